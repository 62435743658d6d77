import {
  atLeast,
  type ControlCoverage,
  type FrameworkCoverage,
  type ReportedRule,
  type RuleCoverage,
  rungs,
} from "../compliance/index.ts";
import {
  blockerText,
  count,
  type Family,
  familiesOf,
  frameworkTitle,
  percentText,
  type Status,
  statusOf,
} from "./controls.ts";
import { visible } from "./escape.ts";
import {
  type Anchors,
  bar,
  ladder,
  lineBreak,
  location,
  locationOf,
  shareTone,
  statusTones,
  tag,
} from "./html-parts.ts";
import { routePicture } from "./html-route.ts";
import { html as h, type Markup, prose } from "./markup.ts";
import type { RenderContext, Report } from "./report.ts";

/** What every part of the section needs. */
interface Page {
  readonly context: RenderContext;
  readonly anchors: Anchors;
  readonly report: Report;
  /** The rules that have a section of their own, by name. */
  readonly described: ReadonlyMap<string, ReportedRule>;
}

/** Every control of every framework: a line each, which opens to a page of its own. */
export function controlSections(report: Report, context: RenderContext, anchors: Anchors): Markup {
  const page = {
    context,
    anchors,
    report,
    described: new Map(report.rules.map((rule) => [rule.name, rule])),
  };
  const frameworks = report.coverage.frameworks.map((framework, i) => {
    const { detect } = framework.totals;
    const families = familiesOf(framework).flatMap(
      (family, j) => familySection({ framework, family, id: `f${i}-${j}`, page }) ?? [],
    );
    const listed = framework.controls.filter(isListed);
    return h`<details class="framework" id="f${i}" data-group data-name="${frameworkTitle(framework)}" data-framework="${framework.id}">
<summary><b>${frameworkTitle(framework)}</b>${bar(detect)}<span class="num">${detect.covered} of ${detect.total} · <b class="${shareTone(detect)}">${percentText(detect.percent)}</b></span></summary>
${families}
${listSection("for people to show: alerts help with them, and no file shows them", listed.filter(isForPeople))}${listSection(
  "that no detector can see",
  listed.filter((control) => !isForPeople(control)),
)}</details>\n`;
  });
  return h`<section aria-labelledby="controls"><h2 id="controls">Every control</h2>
${frameworks}</section>`;
}

function familySection({ framework, family, id, page }: FamilyOptions): Markup | null {
  const shown = family.controls.filter((control) => !isListed(control));
  if (shown.length === 0) return null;
  const { detect } = family;
  const share = detect.total === 0 ? null : h` <small>${detect.covered} of ${detect.total} covered</small>`;
  return h`<section class="family" data-group><h3 id="${id}"><code>${family.id}</code> ${family.title}${share}</h3>
${shown.map((control) => controlPage(framework, control, page))}</section>\n`;
}

interface FamilyOptions {
  readonly framework: FrameworkCoverage;
  readonly family: Family;
  readonly id: string;
  readonly page: Page;
}

/** What no file can show has a line in a list at the end of its framework. */
function isListed(control: ControlCoverage): boolean {
  return statusOf(control) === "undetectable" || isForPeople(control);
}

/** The monitoring could help with it, and as neither a rule nor a property is named for it, people show it. */
function isForPeople({ runtime, rules, counted, outOfScope }: ControlCoverage): boolean {
  return runtime === "support" && rules.length === 0 && !counted && outOfScope === null;
}

function listSection(title: string, controls: readonly ControlCoverage[]): Markup | null {
  if (controls.length === 0) return null;
  const items = controls.map(
    (control) =>
      h`<li data-status="${statusOf(control)}" data-class="${control.runtime}"><code>${control.id}</code> ${control.title} <span class="why">${control.why}</span></li>\n`,
  );
  return h`<details class="list" data-group><summary>${count(controls.length, "control")} ${title}</summary>
<ul class="unseen">${items}</ul></details>\n`;
}

function controlPage(framework: FrameworkCoverage, control: ControlCoverage, page: Page): Markup {
  const status = statusOf(control);
  const answering = control.rules.filter(({ rung }) => control.rung !== null && atLeast(rung, control.rung));
  const reached =
    status === "excluded"
      ? tag("off", "out of scope")
      : h`<span class="${statusTones[status]}">${ladder(control.rung)}${control.rung ?? (status === "blocked" ? "named only" : "nothing")}</span>`;
  const noun = control.runtime === "support" ? "property" : "rule";
  const share =
    control.rules.length === 0
      ? null
      : h`<small>${answering.length} of ${control.rules.length === 1 ? `1 ${noun}` : `${control.rules.length} ${noun === "rule" ? "rules" : "properties"}`}</small>`;
  const names = JSON.stringify(control.rules.map(({ name }) => visible(name)));
  return h`<details class="control" id="${page.anchors.of(framework.id, control.id)}" data-status="${status}" data-class="${control.runtime}" data-rung="${control.rung ?? "none"}" data-rules="${names}">
<summary><span><code class="id-text">${control.id}</code> <span class="title-text">${control.title}</span></span> <span>${reached}</span> ${share}</summary>
<div class="body">${classTags(control)}
<dl class="facts">
${fact("Class", h`${classText[control.runtime]} ${prose(control.why)}`)}
${control.part === undefined ? null : fact("A detector shows", h`${control.part}; the rest of the control needs other evidence.`)}
${control.breadth == null ? null : fact("Detected", detected(control))}
${control.outOfScope === null ? null : fact("Out of scope", h`${prose(control.outOfScope)}`)}
${obstacle(control, page)}
</dl>
${status === "excluded" || control.rules.length === 0 || control.runtime === "support" ? null : routePicture(control, page.report, page.described, page.context)}
${rulesOf(control, page)}</div></details>\n`;
}

const classText: Readonly<Record<ControlCoverage["runtime"], string>> = {
  detect: "A runtime detector can see a breach of it.",
  partial: "A runtime detector can see a part of it.",
  support: "The monitoring itself is the evidence.",
  none: "Nothing that runs can show it.",
};

function fact(name: string, value: Markup): Markup {
  return h`<dt>${name}</dt><dd>${value}</dd>\n`;
}

function classTags(control: ControlCoverage): Markup {
  const tags = [
    ...(control.counted ? [] : [tag("off", "part of a counted control")]),
    ...(control.assumed === undefined ? [] : [tag("mid", `assumed: ${control.assumed}`)]),
  ];
  return tags.length === 0 ? h`` : h`<p>${tags}</p>`;
}

/** What reference attacks its rules detect, the signals of which they miss some, and folded the attacks by name. */
function detected({ breadth, signals = [] }: ControlCoverage): Markup {
  const lacking = signals.filter(({ missed }) => missed.length > 0);
  const missed = lacking.flatMap(({ id, missed }) => missed.map((name) => `${id}: ${name}`));
  const parts = lacking.map(({ id, detected, attacks }) => `${id} ${detected} of ${attacks}`);
  return h`${breadth!.detected} of ${count(breadth!.attacks, "reference attack")} (${percentText(breadth!.percent)})${
    missed.length === 0
      ? "."
      : h`; not all of ${parts.join(", ")}.<details class="misses"><summary>The ${missed.length === 1 ? "one" : missed.length} not detected</summary><ul class="plain missed">${missed.map((name) => h`<li>${name}</li>`)}</ul></details>`
  }`;
}

function obstacle(control: ControlCoverage, { context }: Page): Markup | null {
  const reason = blockerText(control);
  return reason === null
    ? null
    : fact("Held back by", h`${prose(reason)}${lineBreak(locationOf(control.blockedBy, context))}`);
}

/** Those that carry the control first; what is missing folded. */
function rulesOf(control: ControlCoverage, page: Page): Markup | null {
  if (control.rules.length === 0) return null;
  const height = ({ rung }: RuleCoverage) => (rung === null ? -1 : rungs.indexOf(rung));
  const sorted = control.rules.toSorted((a, b) => height(b) - height(a));
  const there = sorted.filter(({ rung }) => rung !== null);
  const missing = sorted.filter(({ rung }) => rung === null);
  const isSupport = control.runtime === "support";
  const list = (rules: readonly RuleCoverage[]) =>
    h`<ul class="rules${isSupport ? " properties" : ""}">${rules.map((rule) => ruleItem(rule, control, page))}</ul>`;
  return h`<h4>${isSupport ? "Properties of the deployment" : "Rules"}</h4>
${there.length === 0 ? null : list(there)}${
  missing.length === 0
    ? null
    : h`<details><summary>${missing.length} more that ${missing.length === 1 ? "is" : "are"} missing</summary>${list(missing)}</details>`
}`;
}

/** A rule with its rung, and what holds it back where that is not what holds back the control. */
function ruleItem(
  rule: RuleCoverage,
  control: ControlCoverage,
  { context, anchors, described }: Page,
): Markup {
  const { blockedBy, evidence } = rule;
  const same = blockedBy === null || JSON.stringify(blockedBy) === JSON.stringify(control.blockedBy);
  const name = described.has(rule.name)
    ? h`<a href="#${anchors.of("rule", rule.name)}">${rule.name}</a>`
    : h`${rule.name}`;
  const why = same
    ? null
    : h`<small class="aside">${prose(blockedBy.reason)} ${locationOf(blockedBy, context)}</small>`;
  const shown =
    evidence === undefined
      ? null
      : h`<br><small>${prose(evidence.sentence)} ${evidence.file === undefined ? null : location(evidence.file, evidence.line, context)}</small>`;
  const tone =
    control.rung !== null && atLeast(rule.rung, control.rung)
      ? statusTones[statusOf(control) as Status]
      : "off";
  const alike = rule.rung === control.rung ? " same" : "";
  return h`<li>${name}<small class="${tone}${alike}"> ${rule.rung ?? "missing"}</small>${testCount(described.get(rule.name))}${why}${shown}</li>`;
}

/** How many events its tests hold it against; the rule's own section says more. */
function testCount(rule: ReportedRule | undefined): Markup | null {
  if (rule?.tests === undefined) return null;
  const { passed, fires, silent } = rule.tests;
  return h`<small class="tests"> ${passed ? `${fires + silent} tests passed` : "tests not passed"}</small>`;
}
