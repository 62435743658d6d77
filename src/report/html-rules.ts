import type { ReportedRule, Rung } from "../compliance/index.ts";
import type { Finding } from "../lint/index.ts";
import { count } from "./controls.ts";
import { type Anchors, location, severityTones, tag } from "./html-parts.ts";
import { html as h, type Markup, prose } from "./markup.ts";
import type { RenderContext, Report } from "./report.ts";

/** Every Falco rule of the repository once: its location, its condition, the controls that it covers, findings on it. */
export function ruleSections(report: Report, context: RenderContext, anchors: Anchors): Markup | null {
  const byName = new Map<string, ReportedRule[]>();
  for (const rule of report.rules) byName.set(rule.name, [...(byName.get(rule.name) ?? []), rule]);
  if (byName.size === 0) return null;
  const answers = answersOf(report, anchors);
  const sections = Array.from(byName, ([name, versions]) =>
    ruleSection(name, versions, answers.get(name), findingsOn(name, report.findings), {
      context,
      anchors,
    }),
  );
  return h`<section aria-labelledby="rules" data-group><h2 id="rules">Falco rules</h2>
${sections}</section>`;
}

/** What a rule does for controls. */
interface Answers {
  /** How far it gets. */
  readonly rung: Rung;
  /** Links to the controls, by the framework's name. */
  readonly controls: Map<string, Markup[]>;
}

/** The controls that each rule answers. */
function answersOf({ coverage }: Report, anchors: Anchors): Map<string, Answers> {
  const answers = new Map<string, Answers>();
  for (const framework of coverage.frameworks) {
    for (const control of framework.controls) {
      for (const { name, rung } of control.rules) {
        if (rung === null || rung === "mapped") continue;
        const { controls } = answers.get(name) ?? { controls: new Map<string, Markup[]>() };
        const link = h`<a href="#${anchors.of(framework.id, control.id)}">${control.id}</a>`;
        controls.set(framework.name, [...(controls.get(framework.name) ?? []), link]);
        answers.set(name, { rung, controls });
      }
    }
  }
  return answers;
}

function controlList({ controls }: Answers): Markup {
  const items = Array.from(
    controls,
    ([name, links]) =>
      h`<li><small>${name}</small> ${links.map((link, i) => h`${i === 0 ? null : ", "}${link}`)}</li>`,
  );
  return h`<ul class="plain columns">${items}</ul>`;
}

function controlsOf(answers: Answers | undefined): number {
  return [...(answers?.controls.values() ?? [])].reduce((sum, links) => sum + links.length, 0);
}

function findingsOn(name: string, findings: readonly Finding[]): Finding[] {
  const quoted = [`"${name}"`, `\`${name}\``];
  return findings.filter(({ message }) => quoted.some((one) => message.includes(one)));
}

/** What the rule tests say: cases that fire, near misses that stay silent, and what is missing. */
function testsOf({ tests }: ReportedRule, context: RenderContext): Markup | null {
  if (tests === undefined) return null;
  const { passed, fires, silent, reason, file, line } = tests;
  const verdict = passed ? h`<span class="good">passed</span>` : h`<span class="bad">not passed</span>`;
  const cases = `${count(fires, "event")} fired it, ${silent} near ${silent === 1 ? "miss" : "misses"} did not`;
  return h`${verdict}: ${cases} ${location(file, line, context)}${reason === null ? null : h`<br><small>${prose(reason)}</small>`}`;
}

function ruleSection(
  name: string,
  versions: readonly ReportedRule[],
  answers: Answers | undefined,
  findings: readonly Finding[],
  { context, anchors }: { readonly context: RenderContext; readonly anchors: Anchors },
): Markup {
  const first = versions[0]!;
  const places = versions.flatMap(({ file, line, changedAt }) => [
    ...(file === null ? [] : [{ file, line: line ?? undefined }]),
    ...changedAt,
  ]);
  const unique = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  const techniques = first.tags.filter((tag) => /^T\d{4}(\.\d{3})?$/.test(tag));
  const facts: readonly (readonly [string, Markup | null])[] = [
    [
      "Defined at",
      unique.length === 0
        ? null
        : h`${unique.map(({ file, line }, i) => h`${i === 0 ? null : ", "}${location(file, line, context)}`)}`,
    ],
    ["ATT&CK", techniques.length === 0 ? null : h`${techniques.join(", ")}`],
    ["Tests", testsOf(first, context)],
    [
      "Runbook",
      first.runbooks === undefined
        ? null
        : h`${first.runbooks.map((file, i) => h`${i === 0 ? null : ", "}${location(file, undefined, context)}`)}`,
    ],
    [
      "Exceptions",
      first.exceptions.length === 0
        ? null
        : h`${first.exceptions.map(({ name, values }) => `${name} (${values})`).join(", ")}`,
    ],
    ["Reaches", answers === undefined ? null : h`${answers.rung}`],
    ["Controls", answers === undefined ? null : controlList(answers)],
    [
      "Findings",
      findings.length === 0
        ? null
        : h`<ul class="plain">${findings.map(({ severity, message }) => h`<li>${tag(severityTones[severity], severity)} ${prose(message)}</li>`)}</ul>`,
    ],
  ];
  const rows = facts.map(([title, value]) =>
    value === null ? h`` : h`<dt>${title}</dt><dd>${value}</dd>\n`,
  );
  const conditions = [...new Set(versions.map(({ condition }) => condition))];
  const texts = conditions.map((condition) =>
    condition === null
      ? h`<p class="bad">The condition does not compile.</p>`
      : h`<pre class="frame condition"><code>${condition}</code></pre>`,
  );
  return h`<details class="rule" id="${anchors.of("rule", name)}">
<summary><span>${name}</span> <small>${first.priority}, ${first.source}${first.enabled ? null : ", disabled"}</small> ${answers === undefined ? null : h`<small>${count(controlsOf(answers), "control")}</small>`}</summary>
<div class="body"><dl class="facts">${rows}</dl>
<h3 class="condition-title">Condition, as Falco compiles it</h3>
${texts}</div></details>\n`;
}
