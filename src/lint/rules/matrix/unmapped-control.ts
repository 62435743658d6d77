/**
 * A control that a runtime detector can see has no rule, neither in the matrix nor by a tag.
 *
 * ## Why
 *
 * It is in the total and not covered. The message names the signals that would show it, and rules of upstream
 * Falco that give one.
 *
 * ## Instead
 *
 * Map rules to the control, or state with `scope` why it does not apply.
 *
 * ## Notes
 *
 * A control that does not apply is left out with `scope: {applicable: false, reason, owner, until}`.
 *
 * The fix names up to three rules that would cover it: rules of yours that are named for other controls with
 * the same signals, and rules of upstream Falco that are known to give one. It is offered, never applied
 * unasked: whether a rule covers a control is for people to say.
 */

import { type Matrix, type MatrixEntry, Suggester } from "../../../compliance/index.ts";
import { at } from "../../../project/index.ts";
import { ruleNames } from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/unmapped-control",
  severity: "notice",
  confidence: "high",
  summary: "A control that a runtime detector can see has no rule",
  fixable: true,
  *check({ compliance, rulesets, signals, today }) {
    const suggester = new Suggester(compliance, signals, ruleNames(rulesets));
    const answered = new Set<string>();
    const key = (framework: string, control: string) => `${framework} ${control}`;
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup === undefined || !("control" in lookup)) continue;
      const excluded =
        entry.scope !== undefined && (entry.scope.until === undefined || entry.scope.until >= today);
      if (entry.rules.length > 0 || excluded || entry.runtime !== undefined) {
        answered.add(key(used.framework.id, lookup.control.id));
      }
    }
    for (const { used, lookup } of compliance.tags) {
      if (used !== undefined && lookup !== undefined && "control" in lookup) {
        answered.add(key(used.framework.id, lookup.control.id));
      }
    }
    for (const { framework, use, selected } of compliance.frameworks) {
      if (use === undefined) continue;
      const entry = new Map(
        compliance.entries.flatMap(({ entry, used, lookup }) =>
          used?.framework === framework && lookup !== undefined && "control" in lookup
            ? [[lookup.control.id, entry] as const]
            : [],
        ),
      );
      for (const control of selected) {
        if (control.runtime !== "detect" || !control.counted || answered.has(key(framework.id, control.id)))
          continue;
        const examples = control.signals.flatMap((id) => signals.get(id)?.rules ?? []).slice(0, 3);
        const suggested = suggester.for(control);
        const matrix = compliance.matrices.find(({ frameworks }) => frameworks.includes(use));
        const edit = located(
          entry.get(control.id),
          matrix,
          framework.id,
          control.id,
          suggested.map(({ rule }) => rule),
        );
        yield {
          at: entry.get(control.id) ?? use,
          message: `No rule is named for ${control.id} of ${framework.name} (${control.title}).`,
          help:
            `Signals that show it: ${control.signals.join(", ")}.` +
            (examples.length > 0
              ? ` Upstream rules that give one: ${examples.map((name) => `"${name}"`).join(", ")}.`
              : ""),
          ...(edit === undefined
            ? {}
            : {
                fix: {
                  description: `Name ${suggested.map(({ rule, because }) => `"${rule}", which ${because}`).join("; ")}`,
                  // Whether a rule answers a control is for people to say.
                  safe: false,
                  edits: [edit],
                },
              }),
        };
      }
    }
  },
};

type Edit = NonNullable<Problem["fix"]>["edits"][number];

/** The edit that names rules for a control: in its list where it has one, else as the framework's first entry. */
function located(
  entry: MatrixEntry | undefined,
  matrix: Matrix | undefined,
  framework: string,
  control: string,
  rules: readonly string[],
): Edit | undefined {
  if (rules.length === 0) return undefined;
  const list = `[${rules.map((rule) => JSON.stringify(rule)).join(", ")}]`;
  if (entry !== undefined) {
    const empty = entry.rulesNode?.items.length === 0 ? entry.rulesNode : undefined;
    return empty && { at: empty, text: list };
  }
  const controls = at(matrix?.controls, framework);
  const first = controls?.kind === "map" ? controls.entries[0]?.keyLocation : undefined;
  if (first === undefined) return undefined;
  const { content } = first.text;
  const indent = content.slice(content.lastIndexOf("\n", first.span.start - 1) + 1, first.span.start);
  if (indent.trim() !== "") return undefined;
  const start = { start: first.span.start, end: first.span.start };
  return {
    at: { text: first.text, span: start },
    text: `${key(control)}:\n${indent}  rules: ${list}\n${indent}`,
  };
}

/** Quoted where YAML would take the id for a number. */
function key(id: string): string {
  return /^\d+(?:\.\d+)?$/.test(id) || !/^[A-Za-z0-9][\w.() -]*$/.test(id) ? JSON.stringify(id) : id;
}

export default rule;
