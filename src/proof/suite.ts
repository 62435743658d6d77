import path from "node:path";
import { RE2JS } from "re2js";
import validateTests from "../../schemas/rule-tests.schema.json?validator=all";
import { parseFields } from "../alert-log/index.ts";
import type { FieldValue, FieldValues } from "../falco/index.ts";
import {
  at,
  entries,
  items,
  type Location,
  type Node,
  type Source,
  text,
  toData,
  validateNode,
} from "../project/index.ts";

/** Something wrong with a test file itself. */
export interface SuiteProblem extends Location {
  readonly message: string;
}

/** What the output of a rule should be. */
export type ExpectedOutput = { readonly text: string } | { readonly pattern: RE2JS; readonly source: string };

/** One event, and whether the rule is to fire on it. The location is that of the case in the file. */
export interface TestCase extends Location {
  readonly name: string;
  readonly fires: boolean;
  readonly values: FieldValues;
  readonly output?: ExpectedOutput;
}

/** The tests of one rule. The location is that of its name. */
export interface RuleTest extends Location {
  readonly rule: string;
  readonly cases: readonly TestCase[];
}

/** A test file as read: what does not follow the schema is in `problems`, the rest can be run. */
export interface TestSuite {
  readonly source: Source;
  /** Paths of the files with the rules, from the workspace root, in load order. */
  readonly rulesFiles: readonly (Location & { readonly file: string })[];
  readonly tests: readonly RuleTest[];
  readonly problems: readonly SuiteProblem[];
}

const suites = new WeakMap<Source, TestSuite>();

/** Reads the tests of a file, once. */
export function readSuite(source: Source): TestSuite {
  const known = suites.get(source);
  if (known !== undefined) return known;
  const suite = suiteOf(source);
  suites.set(source, suite);
  return suite;
}

function suiteOf(source: Source): TestSuite {
  const problems: SuiteProblem[] = [];
  const [document, ...others] = source.documents;
  const root = document?.root;
  for (const error of document?.errors ?? []) problems.push({ ...location(error), message: error.message });
  for (const { root: other } of others) {
    if (other !== undefined) problems.push({ ...location(other), message: "A test file has one document." });
  }
  if (root !== undefined) problems.push(...validateNode(root, validateTests));
  const folder = path.posix.dirname(source.file);
  return {
    source,
    rulesFiles: items(at(root, "rules")).flatMap((node) => {
      const file = text(node);
      return file === undefined
        ? []
        : [{ ...location(node), file: path.posix.normalize(path.posix.join(folder, file)) }];
    }),
    tests: items(at(root, "tests")).flatMap((node) => readTest(node, problems)),
    problems,
  };
}

function readTest(node: Node, problems: SuiteProblem[]): RuleTest[] {
  const name = at(node, "rule");
  const rule = text(name);
  if (name === undefined || rule === undefined) return [];
  const cases = (key: "fires" | "silent") =>
    items(at(node, key)).flatMap((item, index) => readCase(item, key === "fires", index, problems));
  return [{ ...location(name), rule, cases: [...cases("fires"), ...cases("silent")] }];
}

function readCase(node: Node, fires: boolean, index: number, problems: SuiteProblem[]): TestCase[] {
  const nameNode = at(node, "name");
  const name = text(nameNode) ?? `case ${index + 1}`;
  const values = { ...readJson(at(node, "json"), problems), ...readEvent(at(node, "event")) };
  const output = readOutput(at(node, "output"), problems);
  const head = { ...location(nameNode ?? node), fires, ...(output && { output }) };
  const variants = entries(at(node, "each")).flatMap(({ key, value }) =>
    items(value).map((item) => ({ key, value: readValue(item) })),
  );
  if (variants.length === 0) return [{ ...head, name, values }];
  return variants.map(({ key, value }) => ({
    ...head,
    name: `${name} [${key}=${typeof value === "string" ? value : JSON.stringify(value)}]`,
    values: { ...values, [key]: value },
  }));
}

function readEvent(node: Node | undefined): FieldValues {
  // A null prototype: a field named __proto__ is a field that does not exist, and nothing more.
  const values: Record<string, FieldValue> = Object.create(null);
  for (const { key, value } of entries(node)) values[key] = readValue(value);
  return values;
}

/** A value as it is written: `007` and `1e3` are texts where the field is one. */
function readValue(node: Node): FieldValue {
  if (node.kind === "seq") return node.items.map(readValue);
  if (node.kind === "map") return { hex: text(at(node, "hex")) ?? "?" };
  if (node.value === null || typeof node.value === "string") return node.value;
  return node.text.content.slice(node.span.start, node.span.end);
}

function readJson(node: Node | undefined, problems: SuiteProblem[]): FieldValues {
  if (node === undefined) return {};
  const read = parseFields(toData(node));
  if ("fields" in read) return read.fields;
  problems.push({ ...location(node), message: read.problem });
  return {};
}

function readOutput(node: Node | undefined, problems: SuiteProblem[]): ExpectedOutput | undefined {
  const written = text(node);
  if (node === undefined || written === undefined) return undefined;
  const pattern = /^\/(.*)\/$/s.exec(written)?.[1];
  if (pattern === undefined) return { text: written };
  try {
    return { pattern: RE2JS.compile(pattern), source: pattern };
  } catch (error) {
    problems.push({
      ...location(node),
      message: `This is not a regular expression of RE2: ${(error as Error).message}`,
    });
    return undefined;
  }
}

function location({ text, span }: Location): Location {
  return { text, span };
}
