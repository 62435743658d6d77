import {
  deciding,
  EvaluationError,
  Event,
  type ExplainedCheck,
  explain,
  readEvent,
  run,
} from "../falco/index.ts";
import { type Location, nearest } from "../project/index.ts";
import { type CompiledRule, type LoadedRules, RuleSet } from "./compiled-rules.ts";
import { type ConditionCoverage, CoverageRecorder } from "./condition-coverage.ts";
import { type MutationScore, mutationScore } from "./mutate.ts";
import type { ExpectedOutput, RuleTest, SuiteProblem, TestCase, TestSuite } from "./suite.ts";

export interface RunOptions {
  /** How Falco goes on after a match: with `first` the first rule that matches an event takes it. */
  readonly matching?: "first" | "all";
  /** Also tell which other rules fire on each event. */
  readonly others?: boolean;
  /** Also measure which mistakes in the conditions the tests would notice. */
  readonly mutate?: boolean;
}

/** What came of one case. */
export interface CaseResult extends Location {
  readonly name: string;
  readonly fires: boolean;
  /** `error`: the case itself is wrong, or its event would end the engine. */
  readonly status: "passed" | "failed" | "error";
  /** Why it did not pass, in a sentence. */
  readonly message?: string;
  /** The checks that made the result what it is; of a case that failed. */
  readonly deciding: readonly ExplainedCheck[];
  /** What the rule says of the event; of a case in which it fires. */
  readonly output?: string;
  /** Other enabled rules of the same source that fire on the event, in the order of loading. */
  readonly otherRules: readonly string[];
}

/** What came of the tests of one rule. The location is that of its name in the test file. */
export interface RuleResult extends Location {
  readonly rule: string;
  readonly cases: readonly CaseResult[];
  /** Why the rule cannot be tested: it is not there, or does not compile. */
  readonly error?: string;
  readonly coverage?: ConditionCoverage;
  readonly mutation?: MutationScore;
}

/** What came of a test file. */
export interface SuiteResult {
  /** Path from the workspace root. */
  readonly file: string;
  /** What is wrong with the file itself, or with loading its rules. */
  readonly problems: readonly SuiteProblem[];
  readonly rules: readonly RuleResult[];
  /** Rules that are loaded and have no test here. */
  readonly untested: readonly string[];
}

/** Runs the tests of a file against the rules that it names. Never throws. */
export function runSuite(suite: TestSuite, loaded: LoadedRules, options: RunOptions = {}): SuiteResult {
  const ruleSet = new RuleSet(loaded);
  const rules = mergeTests(suite.tests).map((test) => runTest(test, ruleSet, options));
  const tested = new Set(suite.tests.map(({ rule }) => rule));
  return {
    file: suite.source.file,
    problems: suite.problems,
    rules,
    untested: [...ruleSet.names].filter((name) => !tested.has(name)),
  };
}

/** A rule that has tests in several parts of a file has all of them. */
function mergeTests(tests: readonly RuleTest[]): readonly RuleTest[] {
  const byRule = new Map<string, RuleTest>();
  for (const test of tests) {
    const known = byRule.get(test.rule);
    byRule.set(test.rule, known === undefined ? test : { ...known, cases: [...known.cases, ...test.cases] });
  }
  return [...byRule.values()];
}

function runTest(test: RuleTest, ruleSet: RuleSet, options: RunOptions): RuleResult {
  const { text, span, rule: name } = test;
  const head = { text, span, rule: name };
  const rule = ruleSet.find(name);
  if (rule === undefined) {
    const near = nearest(name, ruleSet.names);
    const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
    return { ...head, cases: [], error: `No rule \`${name}\` is loaded.${hint}` };
  }
  if ("problem" in rule) return { ...head, cases: [], error: sentence(rule.problem) };
  const cases = test.cases.map((testCase) => runCase(testCase, rule, ruleSet, options));
  const sound = test.cases.filter((_, index) => cases[index]?.status !== "error");
  const mutation =
    options.mutate === true ? mutationScore(rule.compiled, rule.names.vocabulary, sound) : undefined;
  let coverage: ConditionCoverage | undefined;
  return {
    ...head,
    cases,
    ...(mutation && { mutation }),
    // Who only wants to know what passes does not pay for it.
    get coverage() {
      coverage ??= coverageOf(rule, sound);
      return coverage;
    },
  };
}

function coverageOf(rule: CompiledRule, cases: readonly TestCase[]): ConditionCoverage {
  const recorder = new CoverageRecorder(rule.compiled, rule.names.vocabulary, rule.exceptions);
  for (const { values } of cases) {
    recorder.run(new Event(values));
  }
  return recorder.coverage;
}

/** An error about the case, and not about this program. */
function isOutcome(error: unknown): error is Error {
  return error instanceof EvaluationError || error instanceof RangeError;
}

function runCase(testCase: TestCase, rule: CompiledRule, ruleSet: RuleSet, options: RunOptions): CaseResult {
  const { name, fires, text, span, values } = testCase;
  const head = { name, fires, text, span };
  try {
    const event = readEvent(values, rule.names.vocabulary);
    const fired = run(rule.compiled, event);
    const others =
      options.others === true || options.matching === "first" ? ruleSet.matching(rule.source, event) : [];
    const otherRules = others.map((other) => other.name).filter((other) => other !== rule.name);
    const output = fired ? rule.render(event) : undefined;
    const result = { ...head, otherRules, ...(output !== undefined && { output }) };
    const failure = failureOf(testCase, rule, fired, output, others[0], options);
    if (failure === undefined) return { ...result, status: "passed", deciding: [] };
    const checks = fired === fires ? [] : deciding(explain(rule.compiled, event), true);
    return { ...result, status: "failed", message: failure, deciding: checks };
  } catch (error) {
    if (!isOutcome(error)) throw error;
    // Macros can nest deeper than one condition is allowed to.
    const message = error instanceof RangeError ? "The condition nests too deep." : sentence(error.message);
    return { ...head, status: "error", message, deciding: [], otherRules: [] };
  }
}

function failureOf(
  { fires, output: expected }: TestCase,
  rule: CompiledRule,
  fired: boolean,
  output: string | undefined,
  first: CompiledRule | undefined,
  options: RunOptions,
): string | undefined {
  if (fired !== fires) return fires ? "The rule stays silent." : "The rule fires.";
  if (
    fires &&
    options.matching === "first" &&
    first !== undefined &&
    first.name !== rule.name &&
    rule.enabled
  ) {
    return `The rule matches, but \`${first.name}\` comes first and takes the event (rule_matching: first).`;
  }
  if (expected === undefined || output === undefined || isExpected(output, expected)) return undefined;
  const wanted = "text" in expected ? expected.text : `/${expected.source}/`;
  return `The output is not as expected.\n  expected: ${wanted}\n  actual:   ${output}`;
}

function isExpected(output: string, expected: ExpectedOutput): boolean {
  return "text" in expected ? output === expected.text : expected.pattern.matcher(output).find();
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
