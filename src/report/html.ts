import { createHash } from "node:crypto";
import { type Coverage, type FrameworkCoverage, ladderOf, type RungCounts } from "../compliance/index.ts";
import { type Excerpt, type Finding, severities } from "../lint/index.ts";
import { describeChanges, joinParts, type Part } from "./change-statements.ts";
import { clusterTable } from "./clusters.ts";
import { count, detectorText, frameworkTitle, hasCoverage, percentText } from "./controls.ts";
import { coveredChange, isNew } from "./difference.ts";
import { visible } from "./escape.ts";
import { excerpts } from "./excerpt.ts";
import { controlSections } from "./html-controls.ts";
import { attestation, cover, limits, managementSummary, obstacles } from "./html-cover.ts";
import { heatMap } from "./html-heat-map.ts";
import { legend } from "./html-legend.ts";
import { operationSection } from "./html-operation.ts";
import { Anchors, bar, ladderSymbols, location, severityTones, shareTone, tag } from "./html-parts.ts";
import { routeSymbols } from "./html-route.ts";
import { ruleSections } from "./html-rules.ts";
import { script } from "./html-script.ts";
import { signalSection } from "./html-signals.ts";
import { style } from "./html-style.ts";
import { trendSection, trendStyle } from "./html-trend.ts";
import { html as h, type Markup, prose, trusted } from "./markup.ts";
import type { Cluster, Format, RenderContext, Report } from "./report.ts";

/**
 * One HTML page that needs nothing else: no network, no script or style from elsewhere, and none but its own is
 * allowed by its content security policy. All of it can be read without script; script adds search.
 */
export const html: Format = (report, context) => {
  const { summary, coverage } = report;
  const covered = hasCoverage(coverage);
  const title = covered
    ? `Falco coverage: ${percentText(summary.coverage)} of ${count(summary.total, "control")}`
    : `Falco check: ${summary.passed ? "passed" : "failed"}`;
  const anchors = new Anchors();
  const styles = `${style}${report.trend === undefined ? "" : trendStyle}${pageHeader(context)}`;
  const policy = [
    "default-src 'none'",
    `style-src '${integrity(styles)}'`,
    `script-src '${integrity(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `${
    h`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(styles)}</style>
</head>
<body${covered ? trusted(' class="covered"') : null}>
<a class="skip" href="#main">To the report</a>
${ladderSymbols(coverage.level)}
${routeSymbols()}
${head(report, context)}
<main id="main">
${contents(report)}
${tools(report)}
${changes(report, context)}
${covered ? h`${managementSummary(report, context, overview(report))}${limits(report)}` : null}
${clusters(report)}${trendSection(report)}
${covered ? h`${deploymentsOf(coverage)}${obstacles(report, context)}${heatMap(report)}` : null}
${findings(report, context)}
${covered ? controlSections(report, context, anchors) : null}
${ruleSections(report, context, anchors)}
${covered ? signalSection(report) : null}${operationSection(report)}
${covered ? h`${legend(report)}${attestation()}` : null}
</main>
<footer>${report.tool.name} ${report.tool.version}.</footer>
<script>${trusted(script)}</script>
</body>
</html>`.markup
  }\n`;
};

/** On each page of paper of which state it is, as pages get apart. */
function pageHeader({ origin, time, subject }: RenderContext): string {
  const { repository, commit } = origin ?? {};
  const state = [repository, commit?.slice(0, 12), time?.slice(0, 10)].filter((part) => part !== undefined);
  const text = state.length === 0 ? (subject ?? "") : state.join(", ");
  const escaped = visible(text)
    .slice(0, 120)
    .replace(/[^A-Za-z0-9 .,:/-]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `@media print { @page { @top-right { content: "${escaped}"; font-size: 8pt; color: #566173; } } }\n`;
}

function integrity(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

function head(report: Report, context: RenderContext): Markup {
  const { summary, coverage } = report;
  const found = severities
    .map((severity) => ({ severity, number: summary[`${severity}s`] }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => tag(severityTones[severity], count(number, severity)));
  const support = coverage.frameworks.reduce((sum, { totals }) => sum + totals.support.total, 0);
  const supported = coverage.frameworks.reduce((sum, { totals }) => sum + totals.support.covered, 0);
  const shares = h`<li><b>${percentText(summary.coverage)}</b><span>${detectorText(summary.level)} for ${summary.covered} of ${count(summary.total, "detectable control")}</span></li>
<li><b>${supported} of ${support}</b><span>controls that the monitoring itself covers</span></li>`;
  return h`<header>
<h1>${hasCoverage(coverage) ? "Falco coverage" : "Falco check"}</h1>
${context.subject === undefined ? null : h`<p class="soft">${context.subject}</p>`}
<p>${summary.passed ? tag("good", "✓ passed") : tag("bad", "✗ failed")} Checked for Falco ${summary.falcoVersion}. ${hasCoverage(coverage) ? h`A control counts as covered from the rung <b>${coverage.level}</b> on.` : null}</p>
${summary.failures.length === 0 ? null : h`<ul class="failures">${summary.failures.map((failure) => h`<li>${prose(failure)}</li>`)}</ul>`}
<ul class="cards">
${hasCoverage(coverage) ? shares : null}
<li><b>${summary.errors + summary.warnings + summary.notices}</b><span>findings ${found.length === 0 ? null : found}</span></li>
<li><b>${summary.rules}</b><span>Falco rules in ${count(summary.files, "file")}</span></li>
</ul>
${cover(report, context)}
</header>`;
}

function changes(report: Report, context: RenderContext): Markup[] {
  const signs = {
    bad: ["bad", "▼", "weaker"],
    good: ["good", "▲", "stronger"],
    plain: ["off", "●", "neither"],
  } as const;
  const part = (part: Part): Markup => {
    if (typeof part === "string") return h`${prose(part)}`;
    return "code" in part
      ? h`<code>${part.code}</code>`
      : h`(${location(part.file, part.line ?? undefined, context)})`;
  };
  return describeChanges(report).map(({ id, title, sentence, sums, statements }) => {
    const items = statements.map(({ tone, parts }) => {
      const [color, sign, label] = signs[tone];
      return h`<li><span class="${color}" role="img" aria-label="${label}">${sign}</span> ${trusted(joinParts(parts, (one) => part(one).markup))}</li>\n`;
    });
    return h`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<p><b>${sentence}.</b> ${sums === "" ? null : `${sums}.`}</p>
<ul class="plain">${items}</ul></section>`;
  });
}

function overview(report: Report): Markup {
  const { coverage } = report;
  const row = (
    name: Markup | string,
    detect: RungCounts,
    against: string | null,
    support: string,
    none: number,
  ) =>
    h`<tr><th scope="row">${name}${bar(detect)}</th><td class="num ${shareTone(detect)} level">${percentText(detect.percent)}</td><td class="num">${detect.covered} of ${detect.total}${against === null ? null : h` <small>(${against})</small>`}</td>${ladderOf(coverage.level).map((rung) => h`<td class="num rung${rung === coverage.level ? " level" : ""}">${detect.rungs[rung] ?? 0}</td>`)}<td class="num rung">${support}</td><td class="num rung">${none}</td></tr>\n`;
  const rows = coverage.frameworks.map((framework, i) => {
    const { detect, support, none } = framework.totals;
    const name = h`<a href="#f${i}">${frameworkTitle(framework)}</a>`;
    return row(
      name,
      detect,
      coveredChange(report, framework.id),
      `${support.covered} of ${support.total}`,
      none,
    );
  });
  const sum = (of: (totals: FrameworkCoverage["totals"]) => number) =>
    coverage.frameworks.reduce((total, { totals }) => total + of(totals), 0);
  const all = row(
    "All frameworks",
    coverage.totals,
    coveredChange(report),
    `${sum(({ support }) => support.covered)} of ${sum(({ support }) => support.total)}`,
    sum(({ none }) => none),
  );
  return h`<h3 id="overview">Coverage by framework</h3>
<div class="wrap"><table class="overview">
<thead><tr><th scope="col">Framework</th><th scope="col" class="num">Coverage</th><th scope="col" class="num">Covered</th>${ladderOf(coverage.level).map((rung) => h`<th scope="col" class="num rung${rung === coverage.level ? " level" : ""}">${rung}</th>`)}<th scope="col" class="num rung">by the monitoring</th><th scope="col" class="num rung">not detectable</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot>${all}</tfoot>
</table></div>`;
}

/** The clusters of a merged report. */
function clusters({ clusters: all = [], teams = [] }: Report): Markup | null {
  if (all.length === 0) return null;
  return h`<section aria-labelledby="clusters"><h2 id="clusters">Clusters</h2>
${
  teams.length === 0
    ? null
    : h`${tableOf(teams, "Team")}
<h3>Each cluster</h3>
`
}${tableOf(all)}</section>`;
}

function tableOf(all: readonly Cluster[], first?: string): Markup {
  const { head, rows } = clusterTable(all, first);
  const cells = rows.map(
    ([name, ...numbers]) =>
      h`<tr><th scope="row">${name ?? ""}</th>${numbers.map((text) => h`<td class="num">${text}</td>`)}</tr>\n`,
  );
  return h`<div class="wrap"><table>
<thead><tr>${head.map((title, i) => h`<th scope="col"${i === 0 ? null : trusted(' class="num"')}>${title}</th>`)}</tr></thead>
<tbody>${cells}</tbody>
</table></div>`;
}

/** What each of several deployments covers by itself. */
function deploymentsOf({ deployments = [], frameworks }: Coverage): Markup | null {
  if (deployments.length === 0) return null;
  const share = (counts: RungCounts) =>
    h`<td class="num ${shareTone(counts)}">${percentText(counts.percent)}</td>`;
  const rows = deployments.map(
    ({ name, totals, frameworks: own }) =>
      h`<tr><th scope="row">${name}</th>${share(totals)}${own.map((framework) => share(framework.totals.detect))}</tr>\n`,
  );
  return h`<section aria-labelledby="deployments"><h2 id="deployments">Each deployment alone</h2>
<div class="wrap"><table>
<thead><tr><th scope="col">Deployment</th><th scope="col" class="num">All</th>${frameworks.map(({ name }) => h`<th scope="col" class="num">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div></section>`;
}

/** The sections with their addresses: the way through the page, and the contents on paper. */
function contents(report: Report): Markup {
  const { coverage, rules } = report;
  const covered = hasCoverage(coverage);
  const sections: readonly (readonly [shown: boolean, id: string, title: string])[] = [
    ...describeChanges(report).map(({ id, title }) => [true, id, title] as const),
    [covered, "summary", "Summary"],
    [covered, "limits", "What this does not show"],
    [report.trend !== undefined, "trend", "Over time"],
    [covered && (coverage.deployments ?? []).length > 0, "deployments", "Each deployment alone"],
    [covered, "heat", "How far each family gets"],
    [true, "findings", "Findings"],
    [covered, "controls", "Every control"],
    [rules.length > 0, "rules", "Falco rules"],
    [covered && (coverage.signals ?? []).length > 0, "signals", "Reference attacks"],
    [covered, "legend", "How to read this"],
  ];
  const links = sections.flatMap(([shown, id, title]) => {
    const inner =
      id === "controls"
        ? h`<ol>${coverage.frameworks.map((framework, i) => h`<li><a href="#f${i}">${frameworkTitle(framework)}</a></li>`)}</ol>`
        : null;
    return shown ? [h`<li><a href="#${id}">${title}</a>${inner}</li>`] : [];
  });
  return h`<nav aria-label="Contents"><ol class="contents">${links}</ol></nav>`;
}

function tools({ coverage, rules }: Report): Markup {
  const choice = (id: string, label: string, options: readonly (readonly [string, string])[]) =>
    options.length === 0
      ? null
      : h`<select id="${id}" aria-label="${label}"><option value="">${label}</option>${options.map(([value, text]) => h`<option value="${value}">${text}</option>`)}</select>\n`;
  const covered = hasCoverage(coverage);
  const names = [...new Set(rules.map(({ name }) => name))].sort();
  return h`<div class="tools" id="tools" role="search" hidden>
<input type="search" id="query" placeholder="Search controls, rules, files, findings" aria-label="Search" autocomplete="off" spellcheck="false">
${choice("framework", "All frameworks", covered ? coverage.frameworks.map((one) => [one.id, one.name]) : [])}${choice(
  "status",
  "Everything",
  [
    ...(covered
      ? ([
          ["covered", "Covered"],
          ["blocked", "Held back"],
          ["unmapped", "Without a rule"],
          ["excluded", "Out of scope"],
          ["undetectable", "Not detectable"],
        ] as const)
      : []),
    ["error", "Errors"],
    ["warning", "Warnings"],
    ["notice", "Notices"],
  ],
)}${choice("rung", "All rungs", covered ? [["none", "nothing reached"], ...ladderOf(coverage.level).map((rung) => [rung, rung] as const)] : [])}${choice(
  "class",
  "All classes",
  covered
    ? [
        ["detect", "seen by a detector"],
        ["partial", "seen in part"],
        ["support", "shown by the monitoring"],
        ["none", "not detectable"],
      ]
    : [],
)}${choice("rule", "All rules", covered ? names.map((name) => [name, name] as const) : [])}${covered ? h`<button type="button" id="csv">Shown controls as CSV</button>` : null}<span id="count" class="soft" role="status"></span>
</div>`;
}

function findings(report: Report, context: RenderContext): Markup {
  const excerptFor = excerpts(context);
  const added = isNew(report);
  const sorted = report.findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || Number(added(b)) - Number(added(a)),
  );
  const rows = sorted.map((finding) => findingRow(finding, added(finding), excerptFor(finding), context));
  const table = h`<div class="wrap"><table class="findings stack">
<thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Place</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  return h`<section aria-labelledby="findings" data-group><h2 id="findings">Findings</h2>
${rows.length === 0 ? h`<p>Nothing was found.</p>` : table}</section>`;
}

function findingRow(
  finding: Finding,
  added: boolean,
  excerpt: Excerpt | undefined,
  context: RenderContext,
): Markup {
  const url = context.rules.get(finding.rule)?.url;
  const rule =
    url === undefined
      ? h`<code>${finding.rule}</code>`
      : h`<a href="${url}"><code>${finding.rule}</code></a>`;
  const help = finding.help === undefined ? null : h`<p class="soft">${prose(finding.help)}</p>`;
  return h`<tr data-status="${finding.severity}"><td>${tag(severityTones[finding.severity], finding.severity)}${added ? h` ${tag("off", "new")}` : null}</td><th scope="row">${prose(finding.message)}${help}${excerpt === undefined ? null : frame(finding.line, excerpt)}</th><td>${location(finding.file, finding.line, context)}<br><small>${rule}</small></td></tr>\n`;
}

const excerptReach = 80;

/** The line with what the finding is about marked, and not more of a long line than can be read. */
function frame(number: number, { text, start, end }: Excerpt): Markup | null {
  if (text.trim() === "") return null;
  const before = text.slice(Math.max(0, start - excerptReach), start);
  const marked = text.slice(start, Math.min(end, start + excerptReach));
  const after = text.slice(end, end + excerptReach);
  return h`<pre class="frame"><code><span class="off">${number}</span>  ${start > excerptReach ? "…" : null}${start > excerptReach ? before : before.trimStart()}<mark>${marked}</mark>${after}${end + excerptReach < text.length ? "…" : null}</code></pre>`;
}
