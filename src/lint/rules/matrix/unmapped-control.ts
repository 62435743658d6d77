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
 * Controls that are not in the matrix are one finding for each framework.
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
import { at, type Day } from "../../../project/index.ts";
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
      const without: Gap[] = [];
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
        const gap = { control, suggested };
        if (entry === undefined) without.push(gap);
        else yield problem([gap], { framework, at: entry, edit: inEntry(entry, suggested) }, signals);
      }
      if (without.length > 0)
        yield problem(
          without,
          { framework, at: use, edit: asEntries(without, matrix, framework.id) },
          signals,
        );
    }
  },
};

/** How many controls of a framework are named in one finding. */
const maxNamed = 10;

interface Gap {
  readonly control: Control;
  readonly suggested: ReturnType<Suggester["for"]>;
}

interface Place {
  readonly framework: Compliance["frameworks"][number]["framework"];
  readonly at: Problem["at"];
  readonly edit: Edit | undefined;
}

function problem(gaps: readonly Gap[], { framework, at, edit }: Place, signals: Model["signals"]): Problem {
  const [first] = gaps;
  const { description, ...words } =
    gaps.length === 1 ? ofOne(first!, framework.name, signals) : ofSeveral(gaps, framework.name);
  // Whether a rule covers a control is for people to say.
  return { at, ...words, ...(edit && { fix: { description, safe: false, edits: [edit] } }) };
}

interface Words {
  readonly message: string;
  readonly help: string;
  /** Of the fix. */
  readonly description: string;
}

function ofOne({ control, suggested }: Gap, framework: string, signals: Model["signals"]): Words {
  return {
    message: `No rule is named for ${control.id} of ${framework} (${control.title}).`,
    help: helpFor(control, signals),
    description: `Name ${suggested.map(({ rule, because }) => `"${rule}", which ${because}`).join("; ")}`,
  };
}

function ofSeveral(gaps: readonly Gap[], framework: string): Words {
  const ids = gaps.map(({ control }) => control.id);
  const rest = ids.length - maxNamed;
  const more = rest > 0 ? ` and ${rest} more` : "";
  return {
    message: `No rule is named for ${ids.length} controls of ${framework}: ${ids.slice(0, maxNamed).join(", ")}${more}.`,
    help: `\`falcoverage explain ${ids[0]}\` names the signals that show one of them, and rules of upstream Falco that give one.`,
    description: `Name rules for ${gaps.filter(({ suggested }) => suggested.length > 0).length} of them`,
  };
}

/** Controls that have a rule, do not apply or were assigned to another class, as `<framework> <control>`. */
function coveredControls({ entries, tags }: Compliance, today: Day): ReadonlySet<string> {
  const applies = ({ scope }: MatrixEntry) =>
    scope === undefined || (scope.until !== undefined && today.isAfter(scope.until));
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

/** The edit that names rules in the empty list of a control. */
function inEntry(entry: MatrixEntry, suggested: Gap["suggested"]): Edit | undefined {
  const empty = entry.rulesNode?.items.length === 0 ? entry.rulesNode : undefined;
  return suggested.length === 0 ? undefined : empty && { at: empty, text: listOf(suggested) };
}

/** The edit that names rules for controls, as the first entries of the framework. */
function asEntries(gaps: readonly Gap[], matrix: Matrix | undefined, framework: string): Edit | undefined {
  const controls = at(matrix?.controls, framework);
  const first = controls?.kind === "map" ? controls.entries[0]?.keyLocation : undefined;
  const known = gaps.filter(({ suggested }) => suggested.length > 0);
  if (first === undefined || known.length === 0) return undefined;
  const { content } = first.text;
  const indent = content.slice(content.lastIndexOf("\n", first.span.start - 1) + 1, first.span.start);
  if (indent.trim() !== "") return undefined;
  const start = { start: first.span.start, end: first.span.start };
  const lines = known.map(
    ({ control, suggested }) => `${yamlKey(control.id)}:\n${indent}  rules: ${listOf(suggested)}\n${indent}`,
  );
  return { at: { text: first.text, span: start }, text: lines.join("") };
}

function listOf(suggested: Gap["suggested"]): string {
  return `[${suggested.map(({ rule }) => JSON.stringify(rule)).join(", ")}]`;
}

/** Quoted where YAML would take the id for a number. */
function yamlKey(id: string): string {
  return /^\d+(?:\.\d+)?$/.test(id) || !/^[A-Za-z0-9][\w.() -]*$/.test(id) ? JSON.stringify(id) : id;
}

export default rule;
