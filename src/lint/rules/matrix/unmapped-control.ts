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

import {
  type Compliance,
  type Control,
  type Matrix,
  type MatrixEntry,
  mappingsByRule,
  Suggester,
} from "../../../compliance/index.ts";
import { at } from "../../../project/index.ts";
import { ruleNames } from "../../../stack/index.ts";
import type { Model } from "../../model.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/unmapped-control",
  severity: "notice",
  confidence: "high",
  summary: "A control that a runtime detector can see has no rule",
  fixable: true,
  *check({ compliance, rulesets, signals, today }) {
    const suggester = new Suggester(compliance, signals, ruleNames(rulesets));
    const covered = coveredControls(compliance, today);
    const { entries } = mappingsByRule(compliance);
    for (const { framework, use, selected } of compliance.frameworks) {
      if (use === undefined) continue;
      const matrix = compliance.matrices.find(({ frameworks }) => frameworks.includes(use));
      for (const control of selected) {
        const key = `${framework.id} ${control.id}`;
        if (
          (control.runtime !== "detect" && control.runtime !== "partial") ||
          !control.counted ||
          covered.has(key)
        )
          continue;
        const entry = entries.get(key);
        const suggested = suggester.for(control);
        const rules = suggested.map(({ rule }) => rule);
        const edit = naming(entry, matrix, framework.id, control.id, rules);
        const description = `Name ${suggested.map(({ rule, because }) => `"${rule}", which ${because}`).join("; ")}`;
        yield {
          at: entry ?? use,
          message: `No rule is named for ${control.id} of ${framework.name} (${control.title}).`,
          help: helpFor(control, signals),
          // Whether a rule covers a control is for people to say.
          ...(edit === undefined ? {} : { fix: { description, safe: false, edits: [edit] } }),
        };
      }
    }
  },
};

/** Controls that have a rule, do not apply or were assigned to another class, as `<framework> <control>`. */
function coveredControls({ entries, tags }: Compliance, today: string): ReadonlySet<string> {
  const applies = ({ scope }: MatrixEntry) => scope === undefined || (scope.until ?? today) < today;
  const decided = entries.filter(
    ({ entry }) => entry.rules.length > 0 || !applies(entry) || entry.runtime !== undefined,
  );
  return new Set(
    [...decided, ...tags].flatMap(({ used, lookup }) =>
      used !== undefined && lookup !== undefined && "control" in lookup
        ? [`${used.framework.id} ${lookup.control.id}`]
        : [],
    ),
  );
}

function helpFor(control: Control, signals: Model["signals"]): string {
  const examples = control.signals.flatMap((id) => signals.get(id)?.rules ?? []).slice(0, 3);
  const upstream = `Upstream rules that give one: ${examples.map((name) => `"${name}"`).join(", ")}.`;
  return `Signals that show it: ${control.signals.join(", ")}.${examples.length > 0 ? ` ${upstream}` : ""}`;
}

type Edit = NonNullable<Problem["fix"]>["edits"][number];

/** The edit that names rules for a control: in its list where it has one, else as the framework's first entry. */
function naming(
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
    text: `${yamlKey(control)}:\n${indent}  rules: ${list}\n${indent}`,
  };
}

/** Quoted where YAML would take the id for a number. */
function yamlKey(id: string): string {
  return /^\d+(?:\.\d+)?$/.test(id) || !/^[A-Za-z0-9][\w.() -]*$/.test(id) ? JSON.stringify(id) : id;
}

export default rule;
