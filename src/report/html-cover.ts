import { ladderOf } from "../compliance/index.ts";
import { count, type OpenControls, openByBlocker, percentText } from "./controls.ts";
import { bar, location, locationOf } from "./html-parts.ts";
import { html as h, type Markup, prose } from "./markup.ts";
import type { RenderContext, Report } from "./report.ts";

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
    ["Scope", `${count(summary.files, "file")}, ${count(summary.rules, "Falco rule")}`],
    ["Counts from", `the rung ${summary.level} (${ladderOf(summary.level).join(" → ")})`],
    ["Frameworks", frameworks.length === 0 ? undefined : h`<ul class="plain">${frameworks}</ul>`],
  ];
  const rows = facts.map(([name, value]) =>
    value === undefined ? h`` : h`<dt>${name}</dt><dd>${value}</dd>\n`,
  );
  return h`<dl class="facts">${rows}</dl>`;
}

const gapsShown = 5;

/** A page for management: each framework's share, and the gaps that cost most with what closes them. */
export function managementSummary(report: Report, context: RenderContext): Markup {
  const { coverage } = report;
  const shares = coverage.frameworks.map(({ name, totals: { detect } }) => {
    const lacks =
      detect.total === 0
        ? "nothing that a detector can see"
        : `${detect.covered} of ${count(detect.total, "detectable control")}`;
    return h`<li><b>${name}</b>${bar(detect)}<span>${percentText(detect.percent)}: ${lacks}</span></li>`;
  });
  const gaps = openByBlocker(detectable(report))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, gapsShown);
  const rest = openByBlocker(detectable(report)).length - gaps.length;
  const list = gaps.map((gap) => gapItem(gap, context));
  return h`<section aria-labelledby="summary"><h2 id="summary">Summary</h2>
<ul class="shares">${shares}</ul>
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
