import { ladderOf } from "../compliance/index.ts";
import { assumedText, count, type OpenControls, openByBlocker, suppressedText } from "./controls.ts";
import { location, locationOf } from "./html-parts.ts";
import { html as h, type Markup, prose } from "./markup.ts";
import type { RenderContext, Report } from "./report.ts";
import { limitation } from "./signal-text.ts";

/** What was checked, of which state, when and by whom: what makes the page evidence. */
export function cover(report: Report, context: RenderContext): Markup {
  const { summary, coverage, tool } = report;
  const { repository, commit, ref, by } = context.origin ?? {};
  const frameworks = coverage.frameworks.map(
    ({ name, version, baseline }) =>
      h`<li>${name} ${version}${baseline === null ? null : `, baseline ${baseline}`}</li>`,
  );
  const facts: readonly (readonly [string, string | Markup | undefined])[] = [
    ["Repository", repository],
    ["Commit", commit === undefined ? undefined : h`<code>${commit}</code>`],
    ["Branch or tag", ref],
    ["Date", context.time === undefined ? undefined : `${context.time.slice(0, 16).replace("T", " ")} UTC`],
    ["Run by", by],
    ["Checked with", `${tool.name} ${tool.version}, as Falco ${summary.falcoVersion} reads the rules`],
    ["Scope", `${count(summary.files, "file")}, ${count(summary.rules, "Falco rule")}${deployed(report)}`],
    ["Period", periodOf(report)],
    ["Left out", suppressedText(summary.suppressed) ?? undefined],
    [
      "Counts from",
      coverage.frameworks.length === 0
        ? undefined
        : `the rung ${summary.level} (${ladderOf(summary.level).join(" → ")})`,
    ],
    ["Frameworks", frameworks.length === 0 ? undefined : h`<ul class="plain">${frameworks}</ul>`],
  ];
  const rows = facts.map(([name, value]) =>
    value === undefined ? h`` : h`<dt>${name}</dt><dd>${value}</dd>\n`,
  );
  return h`<dl class="facts">${rows}</dl>`;
}

/** The deployments that were read, as far as the report names them. */
function deployed({ coverage, routes = [] }: Report): string {
  if (coverage.undeployed === true) return ", and no deployment of Falco that could be put together";
  const names = new Set([
    ...routes.map(({ deployment }) => deployment),
    ...(coverage.deployments ?? []).map(({ name }) => name),
  ]);
  return names.size === 0 ? "" : `, ${count(names.size, "deployment")} of Falco: ${[...names].join(", ")}`;
}

function periodOf({ operation }: Report): string {
  return operation === undefined
    ? "none: the files of one state were read whole, without sampling, and no records of any days"
    : `${operation.period.from} to ${operation.period.to}, of which alerts and metrics were read`;
}

/** What the report does not show and takes for granted, where those who rely on it read it first. */
export function limits({ coverage }: Report): Markup {
  const assumed = assumedText(coverage);
  return h`<section aria-labelledby="limits"><h2 id="limits">What this does not show</h2>
<p>${limitation}</p>
<p>A rule that detects a breach of a control is partial evidence for it: how the control is designed, and what people do, needs other evidence. Each control says what a detector shows of it and what not.</p>
${assumed === null ? null : h`<p>${assumed}</p>`}</section>`;
}

/** For paper: who prepared and who reviewed it. */
export function attestation(): Markup {
  const row = (role: string) => h`<tr><th scope="row">${role}</th><td></td><td></td><td></td></tr>`;
  return h`<section class="paper" aria-labelledby="attestation"><h2 id="attestation">Attestation</h2>
<p>The figures are made by the program that the cover names, from the commit that it names, and can be made again from it. By signing, people say who they are and what they looked at; the program attests to nothing beyond its figures.</p>
<table><thead><tr><th scope="col">Role</th><th scope="col">Name</th><th scope="col">Date</th><th scope="col">Signature</th></tr></thead>
<tbody>${["Prepared by", "Reviewed by", "Owner of the controls"].map(row)}</tbody></table></section>`;
}

const gapsShown = 5;

/**
 * A page for management: each framework's share, and the gaps that cost most with what closes them.
 *
 * @param table the coverage by framework
 */
export function managementSummary(report: Report, context: RenderContext, table: Markup): Markup {
  const gaps = openByBlocker(detectable(report))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, gapsShown);
  const rest = openByBlocker(detectable(report)).length - gaps.length;
  const list = gaps.map((gap) => gapItem(gap, context));
  return h`<section aria-labelledby="summary"><h2 id="summary">Summary</h2>
${table}
<h3>${gaps.length === 0 ? "No detectable control is open" : "What would close most"}</h3>
${gaps.length === 0 ? null : h`<ol class="gaps">${list}</ol>`}
${rest > 0 ? h`<p class="soft">${count(rest, "more cause")} under <a href="#obstacles">what holds coverage back</a>.</p>` : null}</section>`;
}

function gapItem({ reason, blocker, size, frameworks }: OpenControls, context: RenderContext): Markup {
  const names = Array.from(frameworks, ([name, list]) => `${name} ${list.length}`).join(", ");
  const at = blocker?.file === undefined ? null : location(blocker.file, blocker.line, context);
  return h`<li><b>${count(size, "control")}</b>: ${prose(reason)} ${at} <small>${names}</small></li>`;
}

/** The report with the controls alone that count for the share of detection, so that the causes sum up to it. */
function detectable({ coverage }: Report): Report["coverage"] {
  return {
    ...coverage,
    frameworks: coverage.frameworks.map((framework) => ({
      ...framework,
      controls: framework.controls.filter(({ runtime }) => runtime === "detect"),
    })),
  };
}

/** What holds back the controls that a detector can see, and apart from them the others. */
export function obstacles(report: Report, context: RenderContext): Markup | null {
  const { coverage } = report;
  const others = {
    ...coverage,
    frameworks: coverage.frameworks.map((framework) => ({
      ...framework,
      controls: framework.controls.filter(({ runtime }) => runtime !== "detect"),
    })),
  };
  const parts = [
    ["Controls that a detector can see", openByBlocker(detectable(report))],
    ["Controls seen in part, or shown by the monitoring itself", openByBlocker(others)],
  ] as const;
  const shown = parts.filter(([, open]) => open.length > 0);
  if (shown.length === 0) return null;
  return h`<section aria-labelledby="obstacles"><h2 id="obstacles">What holds coverage back</h2>
${shown.map(([title, open]) => h`<h3>${title}: ${open.reduce((sum, { size }) => sum + size, 0)} open</h3>${obstacleTable(open, context)}`)}</section>`;
}

function obstacleTable(open: readonly OpenControls[], context: RenderContext): Markup {
  const rows = open.map(({ reason, blocker, size, frameworks }) => {
    const lists = Array.from(
      frameworks,
      ([name, list]) =>
        h`<li><small>${name}</small> ${list.map(({ id }, i) => h`${i === 0 ? null : ", "}<span class="id">${id}</span>`)}</li>`,
    );
    const at = locationOf(blocker, context);
    return h`<tr><th scope="row">${prose(reason)}${at === null ? null : h`<br>${at}`}</th><td class="num level">${count(size, "control")}</td><td><ul class="plain">${lists}</ul></td></tr>\n`;
  });
  return h`<div class="wrap"><table class="stack">
<thead><tr><th scope="col">First blocker</th><th scope="col" class="num">Costs</th><th scope="col">Controls</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}
