import { parseFields } from "../../src/alert-log/index.ts";
import {
  deciding,
  EvaluationError,
  Event,
  explain,
  type FieldValues,
  readEvent,
  seenBy,
} from "../../src/falco/index.ts";
import { Source, Text } from "../../src/project/index.ts";
import { generateSuite, loadRules, RuleSet, readSuite } from "../../src/proof/index.ts";
import type { Checked } from "./check.ts";
import type { Evaluated, Example, Part, PlaygroundFile } from "./protocol.ts";

type Explanation = ReturnType<typeof explain>;

/** Runs one rule on an event, given as JSON: values by field, or a line of Falco's own JSON output. */
export function evaluate({ ruleset }: Checked, name: string, json: string): Evaluated {
  const rules = new RuleSet(loadRules(ruleset.sources, ruleset.result.options).loaded);
  const rule = rules.find(name);
  if (rule === undefined) return problem(unavailable(ruleset, name));
  if ("problem" in rule) return problem(rule.problem);
  const values = readValues(json);
  if ("problem" in values) return problem(values.problem);
  try {
    const event = readEvent(values.fields, rule.names.vocabulary);
    const explanation = explain(rule.compiled, event);
    const fires = explanation.result;
    return {
      kind: "result",
      rule: name,
      fires,
      condition: partOf(explanation, new Set(deciding(explanation))),
      output: fires === true ? rule.render(event) : undefined,
      otherRules: rules
        .matching(rule.source, new Event(values.fields))
        .map((other) => other.name)
        .filter((other) => other !== name),
    };
  } catch (error) {
    if (error instanceof EvaluationError) return problem(error.message);
    throw error;
  }
}

/** An event on which a rule fires, made from its condition. */
export function exampleFor({ ruleset }: Checked, name: string): Example {
  const { loaded } = loadRules(ruleset.sources, ruleset.result.options);
  if (new RuleSet(loaded).find(name) === undefined) return problem(unavailable(ruleset, name));
  const suite = readSuite(
    new Source(new Text("tests.yaml", generateSuite(loaded, [], [name])), "rule-tests"),
  );
  const firing = suite.tests[0]?.cases.find(({ fires }) => fires);
  return firing === undefined
    ? problem("No event was found on which this rule fires.")
    : { kind: "event", event: JSON.stringify(firing.values, undefined, 2) };
}

/** A test file for a rule to start from, with a name that no file has yet. */
export function testsFor({ project, ruleset }: Checked, name: string): PlaygroundFile {
  const { loaded } = loadRules(ruleset.sources, ruleset.result.options);
  const files = [...new Set(ruleset.sources.map(({ file }) => file))];
  const taken = new Set(project.sources.map(({ file }) => file));
  let file = "tests.yaml";
  for (let count = 2; taken.has(file); count++) file = `tests-${count}.yaml`;
  return { name: file, text: generateSuite(loaded, files, [name]) };
}

function problem(message: string): { readonly kind: "problem"; readonly message: string } {
  return { kind: "problem", message };
}

function unavailable({ result }: Checked["ruleset"], name: string): string {
  const rule = result.rules.find((one) => one.name === name);
  if (rule === undefined) return `No rule \`${name}\` is defined in these files.`;
  return rule.loaded && rule.condition !== undefined
    ? "The condition names a macro or a list that none of these files defines, so it cannot be evaluated."
    : "Falco does not load this rule, so it cannot be evaluated.";
}

function readValues(json: string): { readonly fields: FieldValues } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return { problem: `This is not JSON: ${(error as Error).message}` };
  }
  if (data === null || typeof data !== "object" || Array.isArray(data))
    return { problem: 'An event is an object of values by field, such as {"proc.name": "bash"}.' };
  return "output_fields" in data ? parseFields(data) : { fields: data as FieldValues };
}

function partOf(explanation: Explanation, decisive: ReadonlySet<Explanation>): Part {
  const { kind, result, reached } = explanation;
  const inner = kind === "check" ? [] : kind === "not" ? [explanation.child] : explanation.children;
  const children = inner.map((child) => partOf(child, decisive));
  const part = { kind, result, reached, children };
  if (kind !== "check") return { ...part, decides: children.some(({ decides }) => decides) };
  return {
    ...part,
    decides: decisive.has(explanation),
    text: explanation.text,
    value: seenBy(explanation),
  };
}
