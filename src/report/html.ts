import { createHash } from "node:crypto";
import {
  type Blocker,
  type ControlCoverage,
  type Coverage,
  type FrameworkCoverage,
  ladderOf,
  type RuleCoverage,
  type Rung,
  type RungCounts,
  rungs,
} from "../compliance/index.ts";
import { type Finding, type Severity, severities } from "../lint/index.ts";
import { Text } from "../project/index.ts";
import { clusterTable } from "./clusters.ts";
import {
  blockerText,
  count,
  detectorText,
  type Family,
  familiesOf,
  frameworkTitle,
  hasCoverage,
  openByBlocker,
  percentText,
  type Status,
  statusOf,
} from "./controls.ts";
import { coveredChange, describeDifference, isNew, type Part } from "./difference.ts";
import { heatMap } from "./html-heat-map.ts";
import { operationSection } from "./html-operation.ts";
import { script } from "./html-script.ts";
import { signalSection } from "./html-signals.ts";
import { style } from "./html-style.ts";
import { html as h, type Markup, prose, trusted } from "./markup.ts";
import type { Format, RenderContext, Report } from "./report.ts";
import { limitation } from "./signal-text.ts";

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
  const policy = [
    "default-src 'none'",
    `style-src '${integrity(style)}'`,
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
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
${ladderSymbols(coverage.level)}
${head(report, context)}
<main id="main">
${change(report, context)}
${clusters(report)}
${covered ? h`${overview(report)}${blockers(report, context)}${heatMap(report)}` : null}
${tools(report)}
${covered ? controls(report, context) : null}
${covered ? signalSection(report) : null}${operationSection(report)}
${findings(report, context)}
${covered ? legend(report) : null}
</main>
<footer>${report.tool.name} ${report.tool.version}. ${limitation}</footer>
<script>${trusted(script)}</script>
</body>
</html>`.markup
  }\n`;
};

function integrity(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

type Tone = "good" | "mid" | "bad" | "info" | "off";

const statusTones: Readonly<Record<Status, Tone>> = {
  covered: "good",
  blocked: "mid",
  unmapped: "bad",
  undetectable: "off",
  excluded: "off",
};

const severityTones: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "mid", notice: "info" };

function shareTone(counts: RungCounts): Tone {
  if (counts.percent === null) return "off";
  return counts.percent >= 75 ? "good" : counts.percent >= 40 ? "mid" : "bad";
}

function tag(tone: Tone, text: string): Markup {
  return h`<span class="tag ${tone}">${text}</span>`;
}

function bar(counts: RungCounts): Markup {
  const width = counts.total === 0 ? 0 : (counts.covered * 100) / counts.total;
  return h`<svg class="bar ${shareTone(counts)}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${width.toFixed(2)}" height="1"/></svg>`;
}

function location(file: string, line: number | undefined, context: RenderContext): Markup {
  const shown = h`<code>${line === undefined ? file : `${file}:${line}`}</code>`;
  const url = context.link?.(file, line);
  return url === undefined || !/^https?:\/\//.test(url) ? shown : h`<a href="${url}">${shown}</a>`;
}

function locationOf(blocker: Blocker | null, context: RenderContext): Markup | null {
  return blocker?.file === undefined ? null : location(blocker.file, blocker.line, context);
}

function head({ summary, coverage }: Report, context: RenderContext): Markup {
  const found = severities
    .map((severity) => ({ severity, number: summary[`${severity}s`] }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => tag(severityTones[severity], count(number, severity)));
  const support = coverage.frameworks.reduce((sum, { totals }) => sum + totals.support.total, 0);
  const supported = coverage.frameworks.reduce((sum, { totals }) => sum + totals.support.covered, 0);
  const shares = h`<li><b>${percentText(summary.coverage)}</b><span>${detectorText(summary.level)} for ${summary.covered} of ${count(summary.total, "detectable control")}</span></li>
<li><b>${supported} of ${support}</b><span>controls that the monitoring itself covers</span></li>`;
  return h`<header>
<h1>Falco coverage</h1>
${context.subject === undefined ? null : h`<p class="soft">${context.subject}</p>`}
<p>${summary.passed ? tag("good", "✓ passed") : tag("bad", "✗ failed")} Checked for Falco ${summary.falcoVersion}. ${hasCoverage(coverage) ? h`A control counts as covered from the rung <b>${coverage.level}</b> on.` : null}</p>
${summary.failures.length === 0 ? null : h`<ul class="failures">${summary.failures.map((failure) => h`<li>${prose(failure)}</li>`)}</ul>`}
<ul class="cards">
${hasCoverage(coverage) ? shares : null}
<li><b>${summary.errors + summary.warnings + summary.notices}</b><span>findings ${found.length === 0 ? null : found}</span></li>
<li><b>${summary.rules}</b><span>Falco rules in ${count(summary.files, "file")}</span></li>
</ul>
</header>`;
}

function change(report: Report, context: RenderContext): Markup | null {
  const described = describeDifference(report);
  if (described === null) return null;
  const signs = {
    bad: ["bad", "▼", "weaker"],
    good: ["good", "▲", "stronger"],
    plain: ["off", "●", "neither"],
  } as const;
  const part = (part: Part): Markup => {
    if (typeof part === "string") return h`${prose(part)} `;
    return "code" in part
      ? h`<code>${part.code}</code> `
      : h`${location(part.file, part.line ?? undefined, context)} `;
  };
  const items = described.statements.map(({ tone, parts }) => {
    const [color, sign, label] = signs[tone];
    return h`<li><span class="${color}" role="img" aria-label="${label}">${sign}</span> ${parts.map(part)}</li>\n`;
  });
  return h`<section aria-labelledby="change"><h2 id="change">What this change does</h2>
<p>${described.headline}</p>
<ul class="plain">${items}</ul></section>`;
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
  return h`<section aria-labelledby="overview"><h2 id="overview">Coverage by framework</h2>
<div class="wrap"><table class="overview">
<thead><tr><th scope="col">Framework</th><th scope="col" class="num">Coverage</th><th scope="col" class="num">Covered</th>${ladderOf(coverage.level).map((rung) => h`<th scope="col" class="num rung${rung === coverage.level ? " level" : ""}">${rung}</th>`)}<th scope="col" class="num rung">by the monitoring</th><th scope="col" class="num rung">not detectable</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot>${all}</tfoot>
</table></div>${deploymentsOf(coverage)}</section>`;
}

/** The clusters of a merged report. */
function clusters({ clusters: all = [] }: Report): Markup | null {
  if (all.length === 0) return null;
  const { head, rows } = clusterTable(all);
  const cells = rows.map(
    ([name, ...numbers]) =>
      h`<tr><th scope="row">${name ?? ""}</th>${numbers.map((text) => h`<td class="num">${text}</td>`)}</tr>\n`,
  );
  return h`<section aria-labelledby="clusters"><h2 id="clusters">Clusters</h2>
<div class="wrap"><table>
<thead><tr>${head.map((title, i) => h`<th scope="col"${i === 0 ? null : trusted(' class="num"')}>${title}</th>`)}</tr></thead>
<tbody>${cells}</tbody>
</table></div></section>`;
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
  return h`
<h3>Each deployment alone</h3>
<div class="wrap"><table>
<thead><tr><th scope="col">Deployment</th><th scope="col" class="num">All</th>${frameworks.map(({ name }) => h`<th scope="col" class="num">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

function blockers(report: Report, context: RenderContext): Markup | null {
  const open = openByBlocker(report.coverage);
  if (open.length === 0) return null;
  const rows = open.map(({ reason, blocker, size, frameworks }) => {
    const lists = Array.from(
      frameworks,
      ([name, list]) =>
        h`<li><small>${name}</small> ${list.map(({ id }, i) => h`${i === 0 ? null : ", "}<span class="id">${id}</span>`)}</li>`,
    );
    return h`<tr><th scope="row">${prose(reason)}${lineBreak(locationOf(blocker, context))}</th><td class="num level">${count(size, "control")}</td><td><ul class="plain">${lists}</ul></td></tr>\n`;
  });
  return h`<section aria-labelledby="obstacles"><h2 id="obstacles">What holds coverage back</h2>
<div class="wrap"><table class="stack">
<thead><tr><th scope="col">First blocker</th><th scope="col" class="num">Costs</th><th scope="col">Controls</th></tr></thead>
<tbody>${rows}</tbody>
</table></div></section>`;
}

function lineBreak(markup: Markup | null): Markup | null {
  return markup === null ? null : h`<br>${markup}`;
}

function tools({ coverage, findings }: Report): Markup {
  const options: readonly (readonly [value: string, text: string])[] = [
    ...(hasCoverage(coverage)
      ? ([
          ["covered", "Covered"],
          ["blocked", "Held back"],
          ["unmapped", "Without a rule"],
          ["excluded", "Out of scope"],
          ["undetectable", "Not detectable"],
        ] as const)
      : []),
    ...(findings.length > 0
      ? ([
          ["error", "Errors"],
          ["warning", "Warnings"],
          ["notice", "Notices"],
        ] as const)
      : []),
  ];
  return h`<div class="tools" id="tools" role="search" hidden>
<input type="search" id="query" placeholder="Search controls, rules, files, findings" aria-label="Search" autocomplete="off" spellcheck="false">
<select id="status" aria-label="Show"><option value="">Everything</option>${options.map(([value, text]) => h`<option value="${value}">${text}</option>`)}</select>
<span id="count" class="soft" role="status"></span>
</div>`;
}

/** The ladder as bars that rise, one symbol for each number of rungs; the line marks the rung that counts. */
function ladderSymbols(level: Rung): Markup {
  const shown = ladderOf(level);
  const symbols = Array.from({ length: shown.length + 1 }, (_, reached) => {
    const bars = shown.map((_, i) => {
      const height = 4 + 2 * i;
      return h`<rect fill="currentColor"${i < reached ? null : h` opacity=".22"`} x="${8 * i}" y="${14 - height}" width="6" height="${height}" rx="1"/>`;
    });
    return h`<symbol id="rung${reached}" viewBox="0 0 ${8 * shown.length - 2} 17">${bars}<rect fill="currentColor" x="${8 * rungs.indexOf(level)}" y="15.5" width="6" height="1.5"/></symbol>`;
  });
  return h`<svg width="0" height="0" aria-hidden="true" hidden>${symbols}</svg>`;
}

function ladder(rung: Rung | null): Markup {
  const reached = rung === null ? 0 : rungs.indexOf(rung) + 1;
  return h`<svg class="ladder" aria-hidden="true"><use href="#rung${reached}"/></svg>`;
}

function controls({ coverage }: Report, context: RenderContext): Markup {
  const frameworks = coverage.frameworks.map((framework, i) => {
    const { detect } = framework.totals;
    const families = familiesOf(framework).map((family, j) => familySection(family, `f${i}-${j}`, context));
    return h`<details class="framework" id="f${i}" data-group data-name="${frameworkTitle(framework)}">
<summary><b>${frameworkTitle(framework)}</b>${bar(detect)}<span class="num">${detect.covered} of ${detect.total} · <b class="${shareTone(detect)}">${percentText(detect.percent)}</b></span></summary>
${families}
</details>\n`;
  });
  return h`<section aria-labelledby="controls"><h2 id="controls">Every control</h2>
${frameworks}</section>`;
}

function familySection(family: Family, id: string, context: RenderContext): Markup {
  const seen = family.controls.filter((control) => statusOf(control) !== "undetectable");
  const unseen = family.controls.filter((control) => statusOf(control) === "undetectable");
  const { detect } = family;
  const share = detect.total === 0 ? null : h` <small>${detect.covered} of ${detect.total} covered</small>`;
  const table =
    seen.length === 0
      ? null
      : h`<div class="wrap"><table class="controls stack" aria-labelledby="${id}">
<colgroup><col class="c1"><col class="c2"><col><col></colgroup>
<thead><tr><th scope="col">Control</th><th scope="col">Reached</th><th scope="col">Covered by</th><th scope="col">What holds it back</th></tr></thead>
<tbody>${seen.map((control) => controlRow(control, context))}</tbody></table></div>`;
  const rest =
    unseen.length === 0
      ? null
      : h`<details data-group><summary>${count(unseen.length, "control")} that no detector can see</summary>
<table class="stack"><thead><tr><th scope="col">Control</th><th scope="col">Why</th></tr></thead>
<tbody>${unseen.map(({ id, title, why }) => h`<tr data-status="undetectable"><th scope="row"><code>${id}</code> ${title}</th><td class="off">${why}</td></tr>\n`)}</tbody></table></details>`;
  return h`<section class="family" data-group><h3 id="${id}"><code>${family.id}</code> ${family.title}${share}</h3>
${table}${rest}</section>\n`;
}

/** What the monitoring could help with and no rule or property covers is not counted only where people show it. */
function isForPeople({ runtime, rules }: ControlCoverage): boolean {
  return runtime === "support" && rules.length === 0;
}

function controlRow(control: ControlCoverage, context: RenderContext): Markup {
  const status = statusOf(control);
  const tags = [
    ...(control.runtime === "support" ? [tag("off", "by the monitoring")] : []),
    ...(control.runtime === "partial" ? [tag("off", `in part: ${control.part ?? "a part"}`)] : []),
    ...(control.counted
      ? []
      : [tag("off", isForPeople(control) ? "for people to show" : "part of a counted control")]),
  ];
  const reached =
    status === "excluded"
      ? tag("off", "out of scope")
      : h`<span class="${statusTones[status]}">${ladder(control.rung)}${reachedText(control, status)}</span>`;
  const reason = control.outOfScope ?? blockerText(control);
  const answers = control.rules.map((rule) => ruleItem(rule, control, context));
  return h`<tr data-status="${status}"><th scope="row"><code>${control.id}</code> ${control.title} ${tags}<p class="soft">${prose(control.why)}</p></th><td>${reached}</td><td>${answers.length === 0 ? null : h`<ul class="plain">${answers}</ul>`}</td><td>${reason === null ? null : prose(reason)}${lineBreak(locationOf(control.blockedBy, context))}</td></tr>\n`;
}

function reachedText(control: ControlCoverage, status: Status): string {
  const breadth = control.breadth?.percent ?? null;
  const reached = control.rung ?? (status === "blocked" ? "named only" : "nothing");
  return breadth === null ? reached : `${reached}, breadth ${breadth}%`;
}

/** A rule with its rung, and what holds it back where that is not what holds back the control. */
function ruleItem(rule: RuleCoverage, control: ControlCoverage, context: RenderContext): Markup {
  const rung = rule.rung === control.rung ? null : h` <small>${rule.rung ?? "missing"}</small>`;
  const { blockedBy } = rule;
  const same = blockedBy === null || JSON.stringify(blockedBy) === JSON.stringify(control.blockedBy);
  const why = same
    ? null
    : h`<br><small>${prose(blockedBy.reason)} ${locationOf(blockedBy, context)}</small>`;
  return h`<li>${rule.name}${rung}${why}${evidenceOf(rule, context)}</li>`;
}

/** For a property of the deployment that holds: what shows it, and where. */
function evidenceOf({ evidence }: RuleCoverage, context: RenderContext): Markup | null {
  if (evidence === undefined) return null;
  const at = evidence.file === undefined ? null : location(evidence.file, evidence.line, context);
  return h`<br><small>${prose(evidence.sentence)} ${at}</small>`;
}

function findings(report: Report, context: RenderContext): Markup {
  const texts = new Map<string, Text | undefined>();
  const textOf = (file: string) => {
    if (!texts.has(file)) {
      const content = context.source(file);
      texts.set(file, content === undefined ? undefined : new Text(file, content));
    }
    return texts.get(file);
  };
  const added = isNew(report);
  const sorted = report.findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || Number(added(b)) - Number(added(a)),
  );
  const rows = sorted.map((finding) => findingRow(finding, added(finding), textOf(finding.file), context));
  const table = h`<div class="wrap"><table class="findings stack">
<thead><tr><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Place</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  return h`<section aria-labelledby="findings" data-group><h2 id="findings">Findings</h2>
${rows.length === 0 ? h`<p>Nothing was found.</p>` : table}</section>`;
}

function findingRow(
  finding: Finding,
  added: boolean,
  text: Text | undefined,
  context: RenderContext,
): Markup {
  const url = context.rules.get(finding.rule)?.url;
  const rule =
    url === undefined
      ? h`<code>${finding.rule}</code>`
      : h`<a href="${url}"><code>${finding.rule}</code></a>`;
  const help = finding.help === undefined ? null : h`<p class="soft">${prose(finding.help)}</p>`;
  return h`<tr data-status="${finding.severity}"><td>${tag(severityTones[finding.severity], finding.severity)}${added ? h` ${tag("off", "new")}` : null}</td><th scope="row">${prose(finding.message)}${help}${text === undefined ? null : excerpt(finding, text)}</th><td>${location(finding.file, finding.line, context)}<br><small>${rule}</small></td></tr>\n`;
}

const excerptReach = 80;

/** The line with what the finding is about marked, and not more of a long line than can be read. */
function excerpt(finding: Finding, text: Text): Markup | null {
  const line = text.line(finding.line);
  if (line.trim() === "") return null;
  const start = Math.min(finding.column - 1, line.length);
  const end = finding.endLine > finding.line ? line.length : Math.max(start, finding.endColumn - 1);
  const before = line.slice(Math.max(0, start - excerptReach), start);
  const marked = line.slice(start, Math.min(end, start + excerptReach));
  const after = line.slice(end, end + excerptReach);
  return h`<pre class="frame"><code><span class="off">${finding.line}</span>  ${start > excerptReach ? "…" : null}${start > excerptReach ? before : before.trimStart()}<mark>${marked}</mark>${after}${end + excerptReach < line.length ? "…" : null}</code></pre>`;
}

const rungMeanings: Readonly<Record<Rung, string>> = {
  mapped: "A rule is named for the control, in the matrix or by the rule's own tags.",
  valid:
    "The rule exists, Falco loads it without an error, and it fires on a reference attack of what the control asks for.",
  enabled: "It is enabled after overrides and rule selection, for an event source that is deployed.",
  deployed: "It is in a rules file that a Falco pod mounts and loads.",
  routed: "Its priority passes Falco's threshold, and an output that is set up receives its alerts.",
  proven:
    "Its tests pass, and the control's rules together detect enough of the reference attacks that the control asks for.",
  operating:
    "Records of a period show that the nodes ran these very rules, and that an alert or a drill of each arrived.",
};

function legend({ coverage }: Report): Markup {
  return h`<section aria-labelledby="legend"><h2 id="legend">How to read this</h2>
<p>A control climbs a ladder; a rung holds only if all rungs below it hold. It counts as covered from the rung <b>${coverage.level}</b> on. Shares are rounded down, so 99.6% is not 100%.</p>
<dl class="rungs">${ladderOf(coverage.level).map((rung) => h`<dt>${rung}</dt><dd>${rungMeanings[rung]}</dd>`)}</dl>
<p>Only controls that a runtime detector can see are in the coverage share. Controls that the monitoring itself covers, such as log keeping and alert routing, are counted apart. Controls that nothing which runs can show are listed with the reason and never counted. A rule that detects a breach of a control is always partial evidence for it.</p></section>`;
}
