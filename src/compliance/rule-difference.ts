import {
  type Condition,
  compareConditions,
  type Effect,
  parse,
  print,
  printOperand,
} from "../falco/index.ts";
import type { ReportedException, ReportedRule } from "./reported-rule.ts";

/** One thing that is different about a rule. */
export type RuleChange =
  | { readonly aspect: "enabled"; readonly to: boolean }
  | { readonly aspect: "priority"; readonly from: string; readonly to: string }
  | { readonly aspect: "source"; readonly from: string; readonly to: string }
  | {
      readonly aspect: "condition";
      /** What the rule matches now. */
      readonly effect: Effect;
      /** What was added and removed, in words. */
      readonly details: readonly string[];
    };

/** What is different between two definitions of a rule. */
export function ruleChanges(before: ReportedRule, after: ReportedRule): RuleChange[] {
  const changes: RuleChange[] = [];
  if (before.enabled !== after.enabled) changes.push({ aspect: "enabled", to: after.enabled });
  if (before.priority !== after.priority)
    changes.push({ aspect: "priority", from: before.priority, to: after.priority });
  if (before.source !== after.source)
    changes.push({ aspect: "source", from: before.source, to: after.source });
  if (before.condition !== after.condition) changes.push(conditionChange(before, after));
  return changes;
}

/** A longer condition is not compared, and neither is one that does not compile. */
const longest = 1_000_000;

function conditionChange(before: ReportedRule, after: ReportedRule): RuleChange {
  const first = read(before.condition);
  const second = read(after.condition);
  const exceptions = exceptionChanges(before.exceptions, after.exceptions);
  if (first === undefined || second === undefined)
    return { aspect: "condition", effect: "undecided", details: exceptions };
  const details = exceptions.length > 0 ? exceptions : conditionDetails(first, second);
  return { aspect: "condition", effect: compareConditions(first, second), details };
}

/** Undefined where the text may not be what was compiled: printed values are not always quoted. */
function read(text: string | null): Condition | undefined {
  if (text === null || text.length > longest) return undefined;
  const { condition } = parse(text);
  return condition !== undefined && print(condition) === text ? condition : undefined;
}

function exceptionChanges(
  before: readonly ReportedException[],
  after: readonly ReportedException[],
): string[] {
  const old = new Map(before.map(({ name, values }) => [name, values]));
  const now = new Map(after.map(({ name, values }) => [name, values]));
  return [
    ...after.flatMap(({ name, values }) => {
      const was = old.get(name);
      if (was === undefined) return values > 0 ? [`exception "${name}" added`] : [];
      return was === values ? [] : [`exception "${name}" has ${values} sets of values, was ${was}`];
    }),
    ...before.flatMap(({ name }) => (now.has(name) ? [] : [`exception "${name}" removed`])),
  ];
}

/** The parts of the outermost `and` that came and went; of a list the values. */
function conditionDetails(before: Condition, after: Condition): string[] {
  const old = new Map(conjuncts(before).map((part) => [print(part), part]));
  const now = new Map(conjuncts(after).map((part) => [print(part), part]));
  const gone = [...old].filter(([text]) => !now.has(text));
  const come = [...now].filter(([text]) => !old.has(text));
  const [[, from] = [], [, to] = []] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined) {
    const values = valueChanges(from, to);
    if (values !== undefined) return values;
  }
  return [
    ...come.map(([text]) => `added: ${clip(text)}`),
    ...gone.map(([text]) => `removed: ${clip(text)}`),
  ].slice(0, maxDetails);
}

const maxDetails = 6;

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "and" ? condition.children.flatMap(conjuncts) : [condition];
}

/** Undefined unless the two differ in the values of one list alone. */
function valueChanges(from: Condition, to: Condition): string[] | undefined {
  if (from.kind === "not" && to.kind === "not") {
    return valueChanges(from.child, to.child)?.map((change) => `${change}, under not`);
  }
  if (from.kind !== "comparison" || to.kind !== "comparison") return undefined;
  if (from.right.kind !== "list" || to.right.kind !== "list") return undefined;
  const check = `${printOperand(to.left)} ${to.operator}`;
  if (check !== `${printOperand(from.left)} ${from.operator}` || from.modifier !== to.modifier)
    return undefined;
  const old = new Set(from.right.values.map(({ text }) => text));
  const now = new Set(to.right.values.map(({ text }) => text));
  const come = [...now].filter((value) => !old.has(value));
  const gone = [...old].filter((value) => !now.has(value));
  return [
    ...(come.length === 0 ? [] : [`added to the list of ${check}: ${clip(come.join(", "))}`]),
    ...(gone.length === 0 ? [] : [`removed from the list of ${check}: ${clip(gone.join(", "))}`]),
  ];
}

function clip(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159)}…`;
}
