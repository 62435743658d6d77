/** The stylesheet of the HTML report: dark and light, phone and desktop, screen and paper. */
export const style = `:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1b2330; --soft: #566173; --line: #dbe0e7; --link: #0b57b0;
  --good: #176b3a; --mid: #8a5300; --bad: #b3261e; --info: #0b57b0; --off: #5f6a7a;
  --goodbg: #e1f4e8; --midbg: #fdeecf; --badbg: #fce4e2; --infobg: #e2edfb; --mark: #ffe28a;
  --h0: #fbdcd9; --h1: #fde5cf; --h2: #fdf1c4; --h3: #e9f3c9; --h4: #cfeccf; --h5: #aee0bc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10151d; --card: #182029; --text: #e4e9f0; --soft: #a2adbc; --line: #2d3845; --link: #86b9ff;
    --good: #6fd397; --mid: #f0b95a; --bad: #ff958b; --info: #86b9ff; --off: #8d99a9;
    --goodbg: #143322; --midbg: #3a2a0c; --badbg: #451b18; --infobg: #15294a; --mark: #5c4a00;
    --h0: #54211d; --h1: #51311a; --h2: #474016; --h3: #354518; --h4: #1f4a26; --h5: #11562f;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
main, header, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px;
}
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; line-height: 1.25; }
h3 { font-size: 1.02rem; margin: 1.5rem 0 .5rem; }
p { margin: .25rem 0 .75rem; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
small, .soft { color: var(--soft); }
.soft { margin: 0; }
.tag {
  display: inline-block; border-radius: 99px; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap;
}
.good { color: var(--good); } .mid { color: var(--mid); } .bad { color: var(--bad); }
.info { color: var(--info); } .off { color: var(--off); }
.tag.good { background: var(--goodbg); } .tag.mid { background: var(--midbg); } .tag.bad { background: var(--badbg); }
.tag.info { background: var(--infobg); } .tag.off { background: transparent; border: 1px solid var(--line); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .9rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.cards li, section > .wrap, .framework, .tools { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.cards li { padding: .85rem 1rem; }
.cards b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.cards li > span { color: var(--soft); font-size: .9rem; display: flex; flex-wrap: wrap; gap: .3rem; align-items: center; }
.failures { margin: .75rem 0; padding-left: 1.25rem; color: var(--bad); }
.wrap { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; padding: .6rem .9rem; color: var(--soft); }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--soft); font-size: .8rem; font-weight: 600; vertical-align: bottom; }
tbody th p, td p { margin: .15rem 0 0; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .num { white-space: normal; }
.level { font-weight: 700; }
.overview th, .overview td { padding-left: .6rem; padding-right: .6rem; }
.overview th:first-child { min-width: 13rem; padding-left: .9rem; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--line); }
.bar { width: 100%; min-width: 5rem; height: .6rem; display: block; border-radius: 99px; background: var(--line); margin-top: .45rem; }
.bar rect { fill: currentColor; }
.heat td { text-align: center; font-variant-numeric: tabular-nums; padding: .3rem .25rem; border: 2px solid var(--card); border-radius: 6px; min-width: 3.2rem; }
.heat thead th { text-align: center; width: 5rem; }
.heat thead th:first-child, .heat tbody th { text-align: left; width: auto; }
.heat tbody th { border-top: 0; padding: .3rem .9rem; }
.heat tbody .name th { font-weight: 700; padding-top: 1rem; }
.heat small { display: block; font-size: .72rem; color: inherit; opacity: .85; }
.heat .aim { outline: 2px solid var(--text); outline-offset: -2px; }
.h0 { background: var(--h0); } .h1 { background: var(--h1); } .h2 { background: var(--h2); }
.h3 { background: var(--h3); } .h4 { background: var(--h4); } .h5 { background: var(--h5); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; padding: 0; margin: .75rem 0 0; font-size: .8rem; }
.legend li { padding: .1rem .6rem; border-radius: 6px; }
.tools { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; padding: .7rem .9rem; margin: 1rem 0; }
.tools input, .tools select, .tools button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--off); border-radius: 8px; padding: .45rem .7rem; min-height: 2.6rem; }
.tools input { flex: 1 1 14rem; min-width: 0; } .tools select { flex: 0 1 auto; max-width: 11rem; }
.framework { margin: .9rem 0; }
.framework > summary { display: grid; grid-template-columns: 1fr minmax(5rem, 14rem) 8.5rem; gap: 1rem; align-items: center; padding: .8rem 1rem; cursor: pointer; }
.framework > summary .bar { margin: 0; }
.framework > summary > b::before { content: "\\25B8"; display: inline-block; width: 1.2em; color: var(--soft); }
.framework[open] > summary > b::before { content: "\\25BE"; }
summary::-webkit-details-marker { display: none; }
.framework > summary { list-style: none; }
.family { padding: 0 0 .5rem; }
.family h3 { padding: 0 .9rem; }
.family > .wrap { border: 0; border-top: 1px solid var(--line); border-radius: 0; background: none; }
.list { padding: .6rem .9rem; border-top: 1px solid var(--line); }
.list > summary, .misses > summary, .rules + details > summary { cursor: pointer; color: var(--soft); }
.misses { margin-top: .2rem; font-size: .92em; }
.paper { display: none; }
[id] { scroll-margin-top: 8rem; }
.contents { columns: 14rem; padding-left: 1.25rem; font-size: .92rem; margin: 1rem 0; }
.contents > li { break-inside: avoid; }
.contents ol { padding-left: 1rem; list-style: none; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: .75rem 0; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; min-width: 0; }
.gaps li { margin-bottom: .4rem; }
.body .tag { white-space: normal; border-radius: 10px; }
.control > summary > *, .rule > summary > *, .facts dd, .contents li, .gaps li, .rules li, .columns li, .unseen li { min-width: 0; overflow-wrap: anywhere; }
.control, .rule { border-top: 1px solid var(--line); }
.control > summary, .rule > summary { display: grid; grid-template-columns: 1fr 9.5rem 8.5rem; gap: .25rem 1rem; padding: .45rem .9rem; cursor: pointer; list-style: none; }
.control > summary > span:first-child::before, .rule > summary > span:first-child::before { content: "\\25B8"; display: inline-block; width: 1.1em; color: var(--soft); }
.control[open] > summary > span:first-child::before, .rule[open] > summary > span:first-child::before { content: "\\25BE"; }
.control[open] > summary, .rule[open] > summary { font-weight: 600; }
.family .control { padding: 0; } .family .control > summary { color: inherit; }
.body { padding: 0 .9rem 1rem 2rem; }
.rule { background: var(--card); }
.ways { margin: .75rem 0; font-size: .85rem; container-type: inline-size; } .ways figcaption { font-weight: 600; margin-bottom: .3rem; }
.way { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .7rem; margin: .4rem 0; overflow-wrap: anywhere; }
.node { display: flex; align-items: center; gap: .4rem; } .node > ul { list-style: none; margin: 0; padding: 0; min-width: 0; }
.node > ul > li { padding: .1rem 0; }
.place { border: 1px solid var(--line); border-radius: 8px; background: var(--page); padding: .1rem .55rem; min-width: 0; max-width: 20rem; }
.place.out { border-style: dashed; background: none; color: var(--soft); } .place b { font-weight: 600; } .place small { display: block; line-height: 1.25; }
.arrow { width: 32px; height: 12px; flex: none; } .arrow .tip { fill: currentColor; }
.gap { margin: .2rem 0 0; } .stop { margin: .2rem 0 0; color: var(--soft); }
h4, .condition-title { margin: .9rem 0 .3rem; font-size: .92rem; }
.rules { margin: 0; padding-left: 1.1rem; columns: 22rem; } .rules li { break-inside: avoid; }
.aside { display: block; }
.unseen { padding-left: 1.1rem; } .unseen .why { color: var(--soft); font-size: .9rem; }
.ladder { width: 2.9rem; height: 1rem; vertical-align: -.15rem; margin-right: .5rem; }
.id { display: inline-block; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain li + li { margin-top: .25rem; }
.missed { font-size: .85rem; color: var(--soft); }
.findings td:first-child { white-space: nowrap; }
pre.frame { margin: .5rem 0 0; padding: .4rem .6rem; background: var(--page); border-radius: 6px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; border-radius: 3px; }
dl.rungs { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: .5rem 0 1rem; }
dl.rungs dt { font-weight: 600; } dl.rungs dd { margin: 0; }
footer { padding-top: 2rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .88rem; }
@container (max-width: 42rem) { .node { flex-wrap: wrap; } .node > ul { flex-basis: 100%; padding-left: 1.2rem; } }
@media (max-width: 64rem) { .tools { position: static; } [id] { scroll-margin-top: 1rem; } }
@media (max-width: 46rem) {
  main, header, footer { padding-left: .8rem; padding-right: .8rem; }
  .cards { grid-template-columns: 1fr 1fr; }
  .cards b { font-size: 1.35rem; }
  .framework > summary { grid-template-columns: 1fr auto; }
  .framework > summary .bar { grid-column: 1 / -1; grid-row: 2; }
  .stack thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden; }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack tr { border-top: 1px solid var(--line); padding: .6rem .9rem; }
  .stack th, .stack td { border: 0; padding: .15rem 0; }
  .stack td:empty { display: none; }
  .stack .num { text-align: left; }
  .overview th:first-child { min-width: 0; }
  .heat { table-layout: fixed; }
  .heat td { min-width: 0; padding: .25rem 0; font-size: .75rem; border-width: 1px; }
  .heat thead th { width: 2.5rem; }
  .heat small { display: none; }
  .heat thead th:not(:first-child) { writing-mode: vertical-rl; padding: .5rem .2rem; text-align: right; vertical-align: bottom; }
  .heat tbody th { padding: .3rem .4rem; font-size: .82rem; hyphens: auto; }
  .overview .rung { display: none; }
  .facts, dl.rungs { grid-template-columns: 1fr; gap: 0; } .facts dd, .rungs dd { margin-bottom: .4rem; }
  .control > summary, .rule > summary { grid-template-columns: 1fr auto; } .control > summary > span:first-child, .rule > summary > span:first-child { grid-column: 1 / -1; }
  .body { padding-left: .9rem; }
  th, td { padding: .45rem .6rem; }
}
@media print {
  :root { color-scheme: light; --page: #fff; }
  @page { margin: 16mm 12mm; @top-left { content: "Falco coverage"; font-size: 8pt; color: #566173; } @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 8pt; color: #566173; } }
  body { font-size: 10pt; }
  main, header, footer { max-width: none; padding: 0; }
  .cards { grid-template-columns: repeat(4, 1fr); }
  .cards b { font-size: 1.3rem; }
  .wrap { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .35rem .5rem; }
  .overview th, .overview td { padding-left: .25rem; padding-right: .25rem; }
  .overview th:first-child { min-width: 7rem; padding-left: .5rem; }
  .heat td { min-width: 0; }
  .tools, .skip { display: none !important; }
  .covered #summary, .covered #controls, .covered #rules { break-before: page; }
  .framework { border: 0; } .framework > summary { border-bottom: 2px solid var(--text); font-size: 12pt; padding: .5rem 0; margin-top: 1rem; }
  .framework > summary > b::before, .control > summary > span:first-child::before, .rule > summary > span:first-child::before { content: none !important; }
  .family h3 { padding: 0; margin: .9rem 0 .3rem; border-bottom: 1px solid var(--line); }
  .control, .rule { border: 0; border-bottom: 1px solid var(--line); }
  .control > summary, .rule > summary { padding: .3rem 0 0; grid-template-columns: 1fr 7.5rem 6rem; font-size: 9pt; }
  .body { padding: 0 0 .35rem; font-size: 8pt; line-height: 1.35; } .body p { margin: .1rem 0; }
  .rule, .control, .family h3 + .control > summary { break-inside: avoid; }
  .facts { margin: .1rem 0; gap: 0 .8rem; font-size: 8pt; line-height: 1.35; } header .facts { font-size: 9pt; line-height: 1.5; }
  h4 { display: inline; font-size: 8pt; margin: 0 .4rem 0 0; } h4::after { content: ":"; }
  .rules, .columns, .plain.missed { display: inline; columns: auto; padding: 0; } .rules li, .columns li { display: inline; }
  .rules li:not(:last-child)::after, .columns li:not(:last-child)::after { content: "; "; color: var(--soft); }
  .rules.properties { display: block; margin: .1rem 0; } .rules.properties li { display: block; } .rules.properties li::after { content: none !important; } .properties br { display: none; } .properties br + small::before { content: "  "; white-space: pre; }
  .list { border: 0; padding: .5rem 0 0; } .list > summary { font-weight: 600; font-size: 9pt; }
  .unseen { columns: 3; font-size: 7pt; line-height: 1.3; padding: 0; list-style: none; margin: .3rem 0; } .unseen li { break-inside: avoid; } .unseen .why { display: none; }
  .condition, .condition-title, .aside, .tests, .misses { display: none; } .same { display: none; }
  .ways { margin: .15rem 0; font-size: 7pt; line-height: 1.25; } .ways figcaption { display: none; }
  .way { margin: .15rem 0; padding: 0 0 0 .4rem; } .node { gap: .25rem; } .node > ul > li { padding: 0; }
  .place { padding: 0 .35rem; border-radius: 4px; max-width: 12rem; overflow-wrap: break-word; } .place small { font-size: 6.5pt; display: inline; } .arrow { width: 24px; height: 9px; }
  .gap, .stop { margin: 0; display: inline; } .stop::before { content: " "; } .gap li { display: inline; } .gap .off { display: none; }
  #signals ~ .wrap table { font-size: 7.5pt; line-height: 1.3; } #signals ~ .wrap th, #signals ~ .wrap td { padding: .15rem .4rem; } #signals ~ .wrap th:first-child { width: 36%; } #signals ~ .wrap p { margin: 0; }
  .rule .facts { display: block; } .rule dt, .rule dd { display: inline; } .rule dt::after { content: ": "; } .rule dd::after { content: " "; display: inline-block; width: .6rem; }
  dl.rungs { font-size: 8.5pt; gap: .1rem 1rem; } .tag { font-size: 7.5pt; padding: 0 .4rem; }
  .legend { break-before: avoid; } .contents { columns: 2; }
  .paper { display: block; break-inside: avoid; } .paper td { min-width: 9rem; height: 1.1cm; }
  details::details-content { content-visibility: visible; height: auto; }
  tr, .cards li { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; } .heat { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  .heat td, .tag, .bar, .legend li, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
