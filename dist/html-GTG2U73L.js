import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{breadthText,clusterTable,limitation,missedOf,pagesOf,shareOf,signalSentence}from"./chunk-ONXIQI3T.js";import{coveredChange,describeDifference,isNew}from"./chunk-3F6O7AVM.js";import{severities}from"./chunk-SW6AX6SG.js";import{blockerText,count,detectorText,familiesOf,frameworkTitle,hasCoverage,openByBlocker,percentText,statusOf}from"./chunk-OTUEEEBH.js";import{htmlText,proseParts}from"./chunk-RCB3GWR3.js";import{rungs}from"./chunk-D57CWYAU.js";import{Text}from"./chunk-QHELS3FC.js";import"./chunk-R4726WFO.js";import"./chunk-DRWACEDY.js";import{createHash}from"node:crypto";function html(strings,...values){let markup=strings[0];for(let[i,value]of values.entries())markup+=valueText(value)+strings[i+1];return{markup}}function valueText(value){return value===null?"":typeof value=="string"?htmlText(value):typeof value=="number"?String(value):"markup"in value?value.markup:value.map(({markup})=>markup).join("")}function trusted(markup){return{markup}}function prose(text){let parts=proseParts(text).map(part=>part.code?html`<code>${part.text}</code>`:html`${part.text}`);return html`${parts}`}var heatSteps=[1,40,60,75,90];function heatMap({coverage}){let bodies=coverage.frameworks.map((framework,i)=>{let families=familiesOf(framework),rows=families.flatMap((family,j)=>family.detect.total===0?[]:[heatRow(family,`f${i}-${j}`,coverage.level)]),left=families.length-rows.length,note=left===0?null:html` <small>${left} more without a detectable control</small>`;return html`<tbody><tr class="name"><th scope="rowgroup" colspan="${rungs.length+1}">${frameworkTitle(framework)}${note}</th></tr>\n${rows}</tbody>`}),steps=["none","under 40%","under 60%","under 75%","under 90%","90% or more"];return html`<section aria-labelledby="heat"><h2 id="heat">How far each family gets</h2>
<div class="wrap"><table class="heat">
<caption>Share of a family's detectable controls that reach each rung; the framed column is the rung that counts.</caption>
<thead><tr><th scope="col">Family</th>${rungs.map(rung=>html`<th scope="col">${rung}</th>`)}</tr></thead>
${bodies}
</table></div>
<ul class="legend" aria-label="Colours">${steps.map((step,i)=>html`<li class="h${i}">${step}</li>`)}</ul></section>`}function heatRow(family,id,level){let{total}=family.detect,cells=rungs.map(rung=>{let reached=family.detect.rungs[rung],percent=Math.floor(reached*100/total),step=reached===0?0:Math.max(1,heatSteps.filter(from=>percent>=from).length);return html`<td class="h${step}${rung===level?" aim":""}">${percent}%<small>${reached} of ${total}</small></td>`});return html`<tr><th scope="row"><a href="#${id}">${family.id}</a> ${family.title}</th>${cells}</tr>\n`}var script=`"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const query = byId("query");
  const status = byId("status");
  const count = byId("count");
  const named = (row) => (row.closest("[data-name]")?.dataset.name ?? "") + " " + row.textContent;
  const rows = Array.from(document.querySelectorAll("tr[data-status]"), (row) => ({
    row,
    text: named(row).toLowerCase(),
    status: row.dataset.status,
  }));
  // Inner groups first, so that an outer one knows what is left in it.
  const groups = Array.from(document.querySelectorAll("[data-group]")).reverse();
  const opened = new Set();

  function apply() {
    const words = query.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
    const wanted = status.value;
    const active = words.length > 0 || wanted !== "";
    let shown = 0;
    for (const entry of rows) {
      const match =
        (wanted === "" || entry.status === wanted) && words.every((word) => entry.text.includes(word));
      entry.row.hidden = !match;
      if (match) shown++;
    }
    for (const group of groups) {
      const some = group.querySelector("tr[data-status]:not([hidden])") !== null;
      group.hidden = !some;
      if (group.localName !== "details") continue;
      if (active && some && !group.open) {
        group.open = true;
        opened.add(group);
      } else if (!active && opened.delete(group)) {
        group.open = false;
      }
    }
    count.textContent = active ? shown + " of " + rows.length + " rows" : "";
  }

  query.addEventListener("input", apply);
  status.addEventListener("change", apply);
  byId("tools").hidden = false;
  apply();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    for (const element of closed) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of closed) element.open = false;
  });
})();
`;function signalSection({coverage}){let{signals:all=[]}=coverage;if(all.length===0)return null;let rows=all.map(signal=>{let missed=missedOf(signal),pages=pagesOf(signal),noisy=signal.everyday.filter(({rules})=>rules.length>0).length,share=shareOf(signal.attacks.length-missed.length,signal.attacks.length)??0,tone=share>=80?"good":share>=50?"mid":"bad";return html`<tr><th scope="row"><code>${signal.id}</code><p class="soft">${signal.definition}</p></th><td class="${tone}">${breadthText(signal)}</td><td><ul class="plain">${missed.map(name=>html`<li>${name}</li>`)}</ul></td><td>${noisy} of ${signal.everyday.length}<ul class="plain">${pages.map(({name,who,rules})=>html`<li><span class="tag bad">pages</span> ${name} <small>${who}: ${rules.map(rule=>rule.name).join(", ")}</small></li>`)}</ul></td></tr>\n`});return html`<section aria-labelledby="signals" data-group><h2 id="signals">Reference attacks</h2>
<p>${signalSentence(coverage)}</p>
<div class="wrap"><table class="stack"><thead><tr><th scope="col">Signal</th><th scope="col">Detected</th><th scope="col">Missed attacks</th><th scope="col">Everyday events with an alert</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`}var style=`:root {
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
a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible {
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
.tools input, .tools select { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--off); border-radius: 8px; padding: .45rem .7rem; min-height: 2.6rem; }
.tools input { flex: 1 1 16rem; min-width: 0; }
.framework { margin: .9rem 0; }
.framework > summary { display: grid; grid-template-columns: 1fr minmax(5rem, 14rem) 8.5rem; gap: 1rem; align-items: center; padding: .8rem 1rem; cursor: pointer; }
.framework > summary .bar { margin: 0; }
.framework > summary > b::before { content: "\\25B8"; display: inline-block; width: 1.2em; color: var(--soft); }
.framework[open] > summary > b::before { content: "\\25BE"; }
summary::-webkit-details-marker { display: none; }
.framework > summary { list-style: none; }
.family { padding: 0 0 .5rem; scroll-margin-top: 5rem; }
.family h3 { padding: 0 .9rem; }
.family > .wrap { border: 0; border-top: 1px solid var(--line); border-radius: 0; background: none; }
.family details { padding: .4rem .9rem; }
.family details summary { cursor: pointer; color: var(--soft); }
.controls { table-layout: fixed; }
.controls col.c1 { width: 38%; } .controls col.c2 { width: 10.5rem; }
.ladder { width: 2.9rem; height: 1rem; vertical-align: -.15rem; margin-right: .5rem; }
.id { display: inline-block; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain li + li { margin-top: .25rem; }
.findings td:first-child { white-space: nowrap; }
pre.frame { margin: .5rem 0 0; padding: .4rem .6rem; background: var(--page); border-radius: 6px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; border-radius: 3px; }
dl.rungs { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: .5rem 0 1rem; }
dl.rungs dt { font-weight: 600; } dl.rungs dd { margin: 0; }
footer { padding-top: 2rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .88rem; }
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
  th, td { padding: .45rem .6rem; }
}
@media print {
  :root { color-scheme: light; --page: #fff; }
  @page { margin: 12mm; }
  body { font-size: 10pt; }
  main, header, footer { max-width: none; padding: 0; }
  .cards { grid-template-columns: repeat(4, 1fr); }
  .cards b { font-size: 1.3rem; }
  .wrap { overflow: visible; }
  table { font-size: .8rem; }
  th, td { padding: .35rem .5rem; }
  .overview th, .overview td { padding-left: .25rem; padding-right: .25rem; }
  .overview th:first-child { min-width: 7rem; padding-left: .5rem; }
  .heat td { min-width: 0; }
  .controls col.c1 { width: 33%; } .controls col.c2 { width: 8rem; }
  .tools, .skip, nav { display: none !important; }
  details::details-content { content-visibility: visible; height: auto; }
  tr, .cards li { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  .heat td, .tag, .bar, .legend li, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;var html2=(report,context)=>{let{summary,coverage}=report,covered=hasCoverage(coverage),title=covered?`Falco coverage: ${percentText(summary.coverage)} of ${count(summary.total,"control")}`:`Falco check: ${summary.passed?"passed":"failed"}`,policy=["default-src 'none'",`style-src '${integrity(style)}'`,`script-src '${integrity(script)}'`,"base-uri 'none'","form-action 'none'"].join("; ");return`${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
${ladderSymbols(coverage.level)}
${head(report,context)}
<main id="main">
${change(report,context)}
${clusters(report)}
${covered?html`${overview(report)}${blockers(report,context)}${heatMap(report)}`:null}
${tools(report)}
${covered?controls(report,context):null}
${covered?signalSection(report):null}
${findings(report,context)}
${covered?legend(report):null}
</main>
<footer>${report.tool.name} ${report.tool.version}. ${limitation}</footer>
<script>${trusted(script)}</script>
</body>
</html>`.markup}
`};function integrity(content){return`sha256-${createHash("sha256").update(content).digest("base64")}`}var statusTones={covered:"good",blocked:"mid",unmapped:"bad",undetectable:"off",excluded:"off"},severityTones={error:"bad",warning:"mid",notice:"info"};function shareTone(counts){return counts.percent===null?"off":counts.percent>=75?"good":counts.percent>=40?"mid":"bad"}function tag(tone,text){return html`<span class="tag ${tone}">${text}</span>`}function bar(counts){let width=counts.total===0?0:counts.covered*100/counts.total;return html`<svg class="bar ${shareTone(counts)}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${width.toFixed(2)}" height="1"/></svg>`}function location(file,line,context){let shown=html`<code>${line===void 0?file:`${file}:${line}`}</code>`,url=context.link?.(file,line);return url===void 0||!/^https?:\/\//.test(url)?shown:html`<a href="${url}">${shown}</a>`}function locationOf(blocker,context){return blocker?.file===void 0?null:location(blocker.file,blocker.line,context)}function head({summary,coverage},context){let found=severities.map(severity=>({severity,number:summary[`${severity}s`]})).filter(({number})=>number>0).map(({severity,number})=>tag(severityTones[severity],count(number,severity))),support=coverage.frameworks.reduce((sum,{totals})=>sum+totals.support.total,0),supported=coverage.frameworks.reduce((sum,{totals})=>sum+totals.support.covered,0),shares=html`<li><b>${percentText(summary.coverage)}</b><span>${detectorText(summary.level)} for ${summary.covered} of ${count(summary.total,"detectable control")}</span></li>
<li><b>${supported} of ${support}</b><span>controls that the monitoring itself covers</span></li>`;return html`<header>
<h1>Falco coverage</h1>
${context.subject===void 0?null:html`<p class="soft">${context.subject}</p>`}
<p>${summary.passed?tag("good","\u2713 passed"):tag("bad","\u2717 failed")} Checked for Falco ${summary.falcoVersion}. ${hasCoverage(coverage)?html`A control counts as covered from the rung <b>${coverage.level}</b> on.`:null}</p>
${summary.failures.length===0?null:html`<ul class="failures">${summary.failures.map(failure=>html`<li>${prose(failure)}</li>`)}</ul>`}
<ul class="cards">
${hasCoverage(coverage)?shares:null}
<li><b>${summary.errors+summary.warnings+summary.notices}</b><span>findings ${found.length===0?null:found}</span></li>
<li><b>${summary.rules}</b><span>Falco rules in ${count(summary.files,"file")}</span></li>
</ul>
</header>`}function change(report,context){let described=describeDifference(report);if(described===null)return null;let signs={bad:["bad","\u25BC","weaker"],good:["good","\u25B2","stronger"],plain:["off","\u25CF","neither"]},part=part2=>typeof part2=="string"?html`${prose(part2)} `:"code"in part2?html`<code>${part2.code}</code> `:html`${location(part2.file,part2.line??void 0,context)} `,items=described.statements.map(({tone,parts})=>{let[color,sign,label]=signs[tone];return html`<li><span class="${color}" role="img" aria-label="${label}">${sign}</span> ${parts.map(part)}</li>\n`});return html`<section aria-labelledby="change"><h2 id="change">What this change does</h2>
<p>${described.headline}</p>
<ul class="plain">${items}</ul></section>`}function overview(report){let{coverage}=report,row=(name,detect,against,support,none)=>html`<tr><th scope="row">${name}${bar(detect)}</th><td class="num ${shareTone(detect)} level">${percentText(detect.percent)}</td><td class="num">${detect.covered} of ${detect.total}${against===null?null:html` <small>(${against})</small>`}</td>${rungs.map(rung=>html`<td class="num rung${rung===coverage.level?" level":""}">${detect.rungs[rung]}</td>`)}<td class="num rung">${support}</td><td class="num rung">${none}</td></tr>\n`,rows=coverage.frameworks.map((framework,i)=>{let{detect,support,none}=framework.totals,name=html`<a href="#f${i}">${frameworkTitle(framework)}</a>`;return row(name,detect,coveredChange(report,framework.id),`${support.covered} of ${support.total}`,none)}),sum=of=>coverage.frameworks.reduce((total,{totals})=>total+of(totals),0),all=row("All frameworks",coverage.totals,coveredChange(report),`${sum(({support})=>support.covered)} of ${sum(({support})=>support.total)}`,sum(({none})=>none));return html`<section aria-labelledby="overview"><h2 id="overview">Coverage by framework</h2>
<div class="wrap"><table class="overview">
<thead><tr><th scope="col">Framework</th><th scope="col" class="num">Coverage</th><th scope="col" class="num">Covered</th>${rungs.map(rung=>html`<th scope="col" class="num rung${rung===coverage.level?" level":""}">${rung}</th>`)}<th scope="col" class="num rung">by the monitoring</th><th scope="col" class="num rung">not detectable</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot>${all}</tfoot>
</table></div>${deploymentsOf(coverage)}</section>`}function clusters({clusters:all=[]}){if(all.length===0)return null;let{head:head2,rows}=clusterTable(all),cells=rows.map(([name,...numbers])=>html`<tr><th scope="row">${name??""}</th>${numbers.map(text=>html`<td class="num">${text}</td>`)}</tr>\n`);return html`<section aria-labelledby="clusters"><h2 id="clusters">Clusters</h2>
<div class="wrap"><table>
<thead><tr>${head2.map((title,i)=>html`<th scope="col"${i===0?null:trusted(' class="num"')}>${title}</th>`)}</tr></thead>
<tbody>${cells}</tbody>
</table></div></section>`}function deploymentsOf({deployments=[],frameworks}){if(deployments.length===0)return null;let share=counts=>html`<td class="num ${shareTone(counts)}">${percentText(counts.percent)}</td>`,rows=deployments.map(({name,totals,frameworks:own})=>html`<tr><th scope="row">${name}</th>${share(totals)}${own.map(framework=>share(framework.totals.detect))}</tr>\n`);return html`
<h3>Each deployment alone</h3>
<div class="wrap"><table>
<thead><tr><th scope="col">Deployment</th><th scope="col" class="num">All</th>${frameworks.map(({name})=>html`<th scope="col" class="num">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`}function blockers(report,context){let open=openByBlocker(report.coverage);if(open.length===0)return null;let rows=open.map(({reason,blocker,size,frameworks})=>{let lists=Array.from(frameworks,([name,list])=>html`<li><small>${name}</small> ${list.map(({id},i)=>html`${i===0?null:", "}<span class="id">${id}</span>`)}</li>`);return html`<tr><th scope="row">${prose(reason)}${lineBreak(locationOf(blocker,context))}</th><td class="num level">${count(size,"control")}</td><td><ul class="plain">${lists}</ul></td></tr>\n`});return html`<section aria-labelledby="obstacles"><h2 id="obstacles">What holds coverage back</h2>
<div class="wrap"><table class="stack">
<thead><tr><th scope="col">First blocker</th><th scope="col" class="num">Costs</th><th scope="col">Controls</th></tr></thead>
<tbody>${rows}</tbody>
</table></div></section>`}function lineBreak(markup){return markup===null?null:html`<br>${markup}`}function tools({coverage,findings:findings2}){let options=[...hasCoverage(coverage)?[["covered","Covered"],["blocked","Held back"],["unmapped","Without a rule"],["excluded","Out of scope"],["undetectable","Not detectable"]]:[],...findings2.length>0?[["error","Errors"],["warning","Warnings"],["notice","Notices"]]:[]];return html`<div class="tools" id="tools" role="search" hidden>
<input type="search" id="query" placeholder="Search controls, rules, files, findings" aria-label="Search" autocomplete="off" spellcheck="false">
<select id="status" aria-label="Show"><option value="">Everything</option>${options.map(([value,text])=>html`<option value="${value}">${text}</option>`)}</select>
<span id="count" class="soft" role="status"></span>
</div>`}function ladderSymbols(level){let symbols=Array.from({length:rungs.length+1},(_,reached)=>{let bars=rungs.map((_2,i)=>{let height=4+2*i;return html`<rect fill="currentColor"${i<reached?null:html` opacity=".22"`} x="${8*i}" y="${14-height}" width="6" height="${height}" rx="1"/>`});return html`<symbol id="rung${reached}" viewBox="0 0 46 17">${bars}<rect fill="currentColor" x="${8*rungs.indexOf(level)}" y="15.5" width="6" height="1.5"/></symbol>`});return html`<svg width="0" height="0" aria-hidden="true" hidden>${symbols}</svg>`}function ladder(rung){let reached=rung===null?0:rungs.indexOf(rung)+1;return html`<svg class="ladder" aria-hidden="true"><use href="#rung${reached}"/></svg>`}function controls({coverage},context){let frameworks=coverage.frameworks.map((framework,i)=>{let{detect}=framework.totals,families=familiesOf(framework).map((family,j)=>familySection(family,`f${i}-${j}`,context));return html`<details class="framework" id="f${i}" data-group data-name="${frameworkTitle(framework)}">
<summary><b>${frameworkTitle(framework)}</b>${bar(detect)}<span class="num">${detect.covered} of ${detect.total} · <b class="${shareTone(detect)}">${percentText(detect.percent)}</b></span></summary>
${families}
</details>\n`});return html`<section aria-labelledby="controls"><h2 id="controls">Every control</h2>
${frameworks}</section>`}function familySection(family,id,context){let seen=family.controls.filter(control=>statusOf(control)!=="undetectable"),unseen=family.controls.filter(control=>statusOf(control)==="undetectable"),{detect}=family,share=detect.total===0?null:html` <small>${detect.covered} of ${detect.total} covered</small>`,table=seen.length===0?null:html`<div class="wrap"><table class="controls stack" aria-labelledby="${id}">
<colgroup><col class="c1"><col class="c2"><col><col></colgroup>
<thead><tr><th scope="col">Control</th><th scope="col">Reached</th><th scope="col">Covered by</th><th scope="col">What holds it back</th></tr></thead>
<tbody>${seen.map(control=>controlRow(control,context))}</tbody></table></div>`,rest=unseen.length===0?null:html`<details data-group><summary>${count(unseen.length,"control")} that no detector can see</summary>
<table class="stack"><thead><tr><th scope="col">Control</th><th scope="col">Why</th></tr></thead>
<tbody>${unseen.map(({id:id2,title,why})=>html`<tr data-status="undetectable"><th scope="row"><code>${id2}</code> ${title}</th><td class="off">${why}</td></tr>\n`)}</tbody></table></details>`;return html`<section class="family" data-group><h3 id="${id}"><code>${family.id}</code> ${family.title}${share}</h3>
${table}${rest}</section>\n`}function isForPeople({runtime,rules}){return runtime==="support"&&rules.length===0}function controlRow(control,context){let status=statusOf(control),tags=[...control.runtime==="support"?[tag("off","by the monitoring")]:[],...control.runtime==="partial"?[tag("off",`in part: ${control.part??"a part"}`)]:[],...control.counted?[]:[tag("off",isForPeople(control)?"for people to show":"part of a counted control")]],reached=status==="excluded"?tag("off","out of scope"):html`<span class="${statusTones[status]}">${ladder(control.rung)}${reachedText(control,status)}</span>`,reason=control.outOfScope??blockerText(control),answers=control.rules.map(rule=>ruleItem(rule,control,context));return html`<tr data-status="${status}"><th scope="row"><code>${control.id}</code> ${control.title} ${tags}<p class="soft">${prose(control.why)}</p></th><td>${reached}</td><td>${answers.length===0?null:html`<ul class="plain">${answers}</ul>`}</td><td>${reason===null?null:prose(reason)}${lineBreak(locationOf(control.blockedBy,context))}</td></tr>\n`}function reachedText(control,status){let breadth=control.breadth?.percent??null,reached=control.rung??(status==="blocked"?"named only":"nothing");return breadth===null?reached:`${reached}, breadth ${breadth}%`}function ruleItem(rule,control,context){let rung=rule.rung===control.rung?null:html` <small>${rule.rung??"missing"}</small>`,{blockedBy}=rule,why=blockedBy===null||JSON.stringify(blockedBy)===JSON.stringify(control.blockedBy)?null:html`<br><small>${prose(blockedBy.reason)} ${locationOf(blockedBy,context)}</small>`;return html`<li>${rule.name}${rung}${why}${evidenceOf(rule,context)}</li>`}function evidenceOf({evidence},context){if(evidence===void 0)return null;let at=evidence.file===void 0?null:location(evidence.file,evidence.line,context);return html`<br><small>${prose(evidence.sentence)} ${at}</small>`}function findings(report,context){let texts=new Map,textOf=file=>{if(!texts.has(file)){let content=context.source(file);texts.set(file,content===void 0?void 0:new Text(file,content))}return texts.get(file)},added=isNew(report),rows=report.findings.toSorted((a,b)=>severities.indexOf(a.severity)-severities.indexOf(b.severity)||Number(added(b))-Number(added(a))).map(finding=>findingRow(finding,added(finding),textOf(finding.file),context)),table=html`<div class="wrap"><table class="findings stack">
<thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Place</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;return html`<section aria-labelledby="findings" data-group><h2 id="findings">Findings</h2>
${rows.length===0?html`<p>Nothing was found.</p>`:table}</section>`}function findingRow(finding,added,text,context){let url=context.rules.get(finding.rule)?.url,rule=url===void 0?html`<code>${finding.rule}</code>`:html`<a href="${url}"><code>${finding.rule}</code></a>`,help=finding.help===void 0?null:html`<p class="soft">${prose(finding.help)}</p>`;return html`<tr data-status="${finding.severity}"><td>${tag(severityTones[finding.severity],finding.severity)}${added?html` ${tag("off","new")}`:null}</td><th scope="row">${prose(finding.message)}${help}${text===void 0?null:excerpt(finding,text)}</th><td>${location(finding.file,finding.line,context)}<br><small>${rule}</small></td></tr>\n`}var excerptReach=80;function excerpt(finding,text){let line=text.line(finding.line);if(line.trim()==="")return null;let start=Math.min(finding.column-1,line.length),end=finding.endLine>finding.line?line.length:Math.max(start,finding.endColumn-1),before=line.slice(Math.max(0,start-excerptReach),start),marked=line.slice(start,Math.min(end,start+excerptReach)),after=line.slice(end,end+excerptReach);return html`<pre class="frame"><code><span class="off">${finding.line}</span>  ${start>excerptReach?"\u2026":null}${start>excerptReach?before:before.trimStart()}<mark>${marked}</mark>${after}${end+excerptReach<line.length?"\u2026":null}</code></pre>`}var rungMeanings={mapped:"A rule is named for the control, in the matrix or by the rule's own tags.",valid:"The rule exists, Falco loads it without an error, and it fires on a reference attack of what the control asks for.",enabled:"It is enabled after overrides and rule selection, for an event source that is deployed.",deployed:"It is in a rules file that a Falco pod mounts and loads.",routed:"Its priority passes Falco's threshold, and an output that is set up receives its alerts.",proven:"Its tests pass, and the control's rules together detect enough of the reference attacks that the control asks for."};function legend({coverage}){return html`<section aria-labelledby="legend"><h2 id="legend">How to read this</h2>
<p>A control climbs a ladder; a rung holds only if all rungs below it hold. It counts as covered from the rung <b>${coverage.level}</b> on. Shares are rounded down, so 99.6% is not 100%.</p>
<dl class="rungs">${rungs.map(rung=>html`<dt>${rung}</dt><dd>${rungMeanings[rung]}</dd>`)}</dl>
<p>Only controls that a runtime detector can see are in the coverage share. Controls that the monitoring itself covers, such as log keeping and alert routing, are counted apart. Controls that nothing which runs can show are listed with the reason and never counted. A rule that detects a breach of a control is always partial evidence for it.</p></section>`}export{html2 as html};
