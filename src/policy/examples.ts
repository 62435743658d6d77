import { type Entry, entries, items, type Node, nearest, text } from "../project/index.ts";
import type { CaseResult, SuiteResult } from "../proof/index.ts";
import { StepBudget } from "./expression.ts";
import { emptyValue, recordTypes, subjectFields } from "./fields.ts";
import type { Example, Policy } from "./policy.ts";
import { celValue, longestList } from "./subjects.ts";

const maxSteps = 1_000_000;

/** Holds the examples of policies against them, as tests: a good one has to pass, a bad one not. */
export function runExamples(policies: readonly Policy[]): SuiteResult[] {
  const byFile = new Map<string, Policy[]>();
  for (const policy of policies) {
    const { file } = policy.text.locate(policy.span);
    byFile.set(file, [...(byFile.get(file) ?? []), policy]);
  }
  return [...byFile].map(([file, own]) => ({
    file,
    problems: [],
    rules: own
      .filter(({ examples }) => examples.length > 0)
      .map((policy) => ({
        text: policy.text,
        span: policy.span,
        rule: `policy/${policy.id}`,
        cases: policy.examples.map((example, index) => runExample(policy, example, index)),
      })),
    untested: own.filter(({ examples }) => examples.length === 0).map(({ id }) => `policy/${id}`),
  }));
}

function runExample(policy: Policy, example: Example, index: number): CaseResult {
  const { isGood, node, text: within, span } = example;
  const place = policy.examples.slice(0, index).filter((other) => other.isGood === isGood).length + 1;
  const head = {
    text: within,
    span,
    name: `${isGood ? "good" : "bad"} example ${place}`,
    // A policy fires on what does not follow it.
    fires: !isGood,
    deciding: [],
    otherRules: [],
  };
  const view = readRecord(node, subjectFields[policy.each]);
  if (typeof view === "string") return { ...head, status: "error", message: view };
  const budget = new StepBudget(maxSteps);
  budget.weight = longestList(view);
  const verdict = policy.assertion.holds(celValue(view), budget);
  if (typeof verdict === "string")
    return { ...head, status: "error", message: `It cannot be judged: ${verdict}.` };
  if (verdict === isGood) return { ...head, status: "passed" };
  const message = isGood
    ? "The policy finds fault with an example that is meant to follow it."
    : "The policy holds for an example that is meant to break it.";
  return { ...head, status: "failed", message };
}

type Fields = Readonly<Record<string, { readonly type: string }>>;

/** The thing that an example describes, or what is wrong with the description. */
function readRecord(node: Node, fields: Fields): Readonly<Record<string, unknown>> | string {
  const record: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(fields))
    record[name] = emptyValue(type as Parameters<typeof emptyValue>[0]);
  for (const item of entries(node)) {
    const field = Object.hasOwn(fields, item.key) ? fields[item.key] : undefined;
    if (field === undefined) {
      const near = nearest(item.key, Object.keys(fields));
      return `There is no field \`${item.key}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`;
    }
    const value = readValue(item, field.type);
    if (value === undefined) return `\`${item.key}\` has to be of the type ${field.type}.`;
    if (value.problem !== undefined) return value.problem;
    record[item.key] = value.value;
  }
  return record;
}

interface ReadValue {
  readonly value?: unknown;
  readonly problem?: string;
}

function readValue({ value: node }: Entry, type: string): ReadValue | undefined {
  if (node.kind === "scalar") {
    const fits =
      type === "string"
        ? typeof node.value === "string"
        : type === "bool"
          ? typeof node.value === "boolean"
          : type === "int" && Number.isSafeInteger(node.value);
    return fits ? { value: node.value } : undefined;
  }
  const of = /^list<(\w+)>$/.exec(type)?.[1];
  if (node.kind !== "seq" || of === undefined) return undefined;
  if (of === "string") {
    const texts = items(node).map(text);
    return texts.includes(undefined) ? undefined : { value: texts };
  }
  const records = items(node).map((item) => readRecord(item, recordTypes[of as keyof typeof recordTypes]));
  const problem = records.find((record) => typeof record === "string");
  return problem === undefined ? { value: records } : { problem };
}
