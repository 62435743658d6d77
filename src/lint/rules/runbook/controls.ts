/**
 * The controls of a runbook are not those that its rules cover.
 *
 * ## Why
 *
 * An auditor reads the runbook as the evidence for a control, and the matrix says otherwise. What the matrix
 * and the tags give a rule is what counts.
 *
 * ## Instead
 *
 * Name the controls that the matrix and the tags give the rules of the page.
 *
 * ## Notes
 *
 * Controls that the rules cover and the page leaves out are a notice, and only for the frameworks that it
 * lists.
 */

import { type Compliance, itemBehind, lookUp, type UsedFramework } from "../../../compliance/index.ts";
import type { FrontMatter } from "../../../runbook/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "runbook/controls",
  severity: "warning",
  confidence: "high",
  summary: "The controls of a runbook are not those that its rules cover",
  fixable: true,
  *check({ runbooks, compliance }) {
    const used = new Map(compliance.frameworks.map((entry) => [entry.framework.id, entry]));
    const covered = controlsByRule(compliance);
    for (const { front } of runbooks) {
      if (front === undefined) continue;
      for (const [id, at] of front.frameworks) {
        const framework = used.get(id);
        if (framework === undefined) {
          // Without a matrix nobody says which frameworks are in use.
          if (compliance.frameworkIds.includes(id) || compliance.matrices.length === 0) continue;
          yield {
            at,
            message: `There is no framework \`${id}\`.`,
            help: `Frameworks: ${compliance.frameworkIds.join(", ")}.`,
          };
          continue;
        }
        const controls = new Set(
          front.rules.flatMap(({ name }) => [...(covered.get(`${name}\n${id}`) ?? [])]),
        );
        yield* compare(front, framework, controls, at);
      }
    }
  },
};

/** By `<rule>\n<framework>`: the controls that the matrix and the tags map the rule to. */
function controlsByRule({ entries, tags }: Compliance): ReadonlyMap<string, ReadonlySet<string>> {
  const controls = new Map<string, Set<string>>();
  const byRule = [
    ...entries.flatMap((entry) => entry.entry.rules.map(({ name }) => ({ ...entry, rule: name }))),
    ...tags,
  ];
  for (const { rule: name, used, lookup } of byRule) {
    if (used === undefined || lookup === undefined || !("control" in lookup)) continue;
    const key = `${name}\n${used.framework.id}`;
    controls.set(key, (controls.get(key) ?? new Set()).add(lookup.control.id));
  }
  return controls;
}

function* compare(
  front: FrontMatter,
  { framework }: UsedFramework,
  covered: ReadonlySet<string>,
  at: Problem["at"],
): Iterable<Problem> {
  const listed = new Set<string>();
  const own = front.controls.filter((control) => control.framework === framework.id);
  for (const { id, text, span } of own) {
    const lookup = lookUp(framework, id);
    const control = "control" in lookup ? lookup.control.id : undefined;
    if (control !== undefined) listed.add(control);
    if (control !== undefined && covered.has(control)) continue;
    const near = lookup.kind === "unknown" ? lookup.suggestion : undefined;
    yield {
      at: { text, span },
      message:
        control === undefined
          ? `${framework.name} ${framework.version} has no control \`${id}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`
          : `None of the runbook's rules covers ${control} of ${framework.name}.`,
      help: "Map one of the rules to the control in the matrix or by a tag, or remove the control here.",
    };
  }
  const missing = [...covered].filter((control) => !listed.has(control));
  if (missing.length === 0) return;
  const last = own.at(-1);
  const items = missing.map((control) =>
    /^[\w-]*[A-Za-z]/.test(control) && /^[\w().-]+$/.test(control) ? control : JSON.stringify(control),
  );
  yield {
    at,
    severity: "notice",
    message: `The rules cover ${missing.join(", ")} of ${framework.name} as well.`,
    help: "Anyone who handles the incident learns from the runbook which controls it is about.",
    ...(last === undefined
      ? {}
      : {
          fix: {
            description: `Add ${missing.join(", ")}`,
            safe: false,
            edits: [
              {
                at: { text: last.text, span: { start: last.span.end, end: last.span.end } },
                text: items.map((item) => itemBehind(last, item)).join(""),
              },
            ],
          },
        }),
  };
}

export default rule;
