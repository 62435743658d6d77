import picocolors from "picocolors";
import { type ExplainedCheck, seenBy } from "../falco/index.ts";
import type { CaseResult, RuleResult, SuiteResult } from "../proof/index.ts";
import { hangAll } from "./columns.ts";
import { jsonText, visible } from "./escape.ts";
import { type JUnitCase, junitDocument } from "./junit.ts";

export interface TestReportOptions {
  readonly color: boolean;
  /** Leave out what passed. */
  readonly quiet: boolean;
  /** Columns of the terminal; without it lines are as long as they are. */
  readonly width?: number | undefined;
}

/** How the tests went, in numbers. */
export interface TestTotals {
  readonly rules: number;
  readonly passed: number;
  readonly failed: number;
  /** Cases and rules that could not be run, and faults of the files. */
  readonly errors: number;
  /** Whole percent, rounded down; null where no condition was tested. */
  readonly coverage: number | null;
  readonly mutation: number | null;
}

export function totalsOf(results: readonly SuiteResult[]): TestTotals {
  const rules = results.flatMap((suite) => suite.rules);
  const cases = rules.flatMap((rule) => rule.cases);
  const count = (status: CaseResult["status"]) => cases.filter((one) => one.status === status).length;
  const broken = rules.filter(({ error }) => error !== undefined).length;
  const faults = results.reduce((sum, { problems }) => sum + problems.length, 0);
  const coverages = rules.flatMap(({ coverage }) => coverage ?? []);
  const mutations = rules.flatMap(({ mutation }) => mutation ?? []);
  return {
    rules: rules.length,
    passed: count("passed"),
    failed: count("failed"),
    errors: count("error") + broken + faults,
    coverage: percent(coverages.map(({ seen, outcomes }) => [seen, outcomes])),
    mutation: percent(mutations.map(({ killed, total }) => [killed, total])),
  };
}

function percent(shares: readonly (readonly [number, number])[]): number | null {
  const [part, whole] = shares.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return whole === 0 ? null : Math.floor((part * 100) / whole);
}

type Colors = ReturnType<typeof picocolors.createColors>;

/** As a test runner prints it: a line a rule, what failed with the checks that decided, one line that sums up. */
export function testText(results: readonly SuiteResult[], options: TestReportOptions): string {
  const colors = picocolors.createColors(options.color);
  const blocks = results.map((suite) => suiteText(suite, options, colors)).filter((block) => block !== "");
  const untested = options.quiet ? [] : untestedRules(results);
  if (untested.length > 0) blocks.push(colors.dim(`Rules without a test: ${visible(untested.join(", "))}`));
  const text = `${[...blocks, closing(results, colors)].join("\n\n")}\n`;
  const { width } = options;
  return width === undefined ? text : hangAll(text, width);
}

/** Rules that some test file loads and none tests. */
function untestedRules(results: readonly SuiteResult[]): readonly string[] {
  const tested = new Set(results.flatMap(({ rules }) => rules.map(({ rule }) => rule)));
  return [...new Set(results.flatMap(({ untested }) => untested))].filter((name) => !tested.has(name));
}

function suiteText(suite: SuiteResult, options: TestReportOptions, colors: Colors): string {
  const lines: string[] = [];
  for (const { message, text, span } of suite.problems) {
    const { file, start } = text.locate(span);
    const where = `${file === suite.file ? "" : `${visible(file)}:`}${start.line}:${start.column}`;
    lines.push(`  ${colors.red("error")} ${where} ${visible(message)}`);
  }
  for (const rule of suite.rules) lines.push(...ruleText(rule, options, colors));
  if (lines.length === 0) return "";
  return [colors.bold(colors.underline(visible(suite.file))), ...lines].join("\n");
}

function ruleText(rule: RuleResult, { quiet }: TestReportOptions, colors: Colors): string[] {
  const bad = rule.cases.filter(({ status }) => status !== "passed");
  const passed = rule.error === undefined && bad.length === 0;
  if (passed && quiet) return [];
  const mark = passed ? colors.green("✓") : colors.red("✗");
  const figures = [`${rule.cases.length} ${rule.cases.length === 1 ? "case" : "cases"}`];
  if (rule.coverage !== undefined) figures.push(`${rule.coverage.percent}% of the condition`);
  if (rule.mutation !== undefined) figures.push(`${rule.mutation.percent}% of the mutants`);
  const lines = [`  ${mark} ${visible(rule.rule)} ${colors.dim(`(${figures.join(", ")})`)}`];
  if (rule.error !== undefined) lines.push(`      ${colors.red(visible(rule.error))}`);
  for (const one of bad) lines.push(...caseText(one, colors));
  if (!quiet) lines.push(...gapText(rule, colors));
  return lines;
}

function caseText(one: CaseResult, colors: Colors): string[] {
  const { line, column } = one.text.locate(one.span).start;
  const lines = [
    `      ${colors.red("✗")} ${visible(one.name)} ${colors.dim(`${visible(one.text.file)}:${line}:${column}`)}`,
  ];
  for (const part of (one.message ?? "").split("\n")) lines.push(`        ${visible(part)}`);
  for (const check of one.deciding) lines.push(`        ${checkText(check, colors)}`);
  if (one.otherRules.length > 0) {
    lines.push(colors.dim(`        Other rules that fire on it: ${visible(one.otherRules.join(", "))}`));
  }
  return lines;
}

const longestCheck = 100;

/** `false  proc.name in (a, b)    proc.name is "c"` */
function checkText(explained: ExplainedCheck, colors: Colors): string {
  const { text, result } = explained;
  const shown = visible(text.length > longestCheck ? `${text.slice(0, longestCheck - 1)}…` : text);
  const mark = result === true ? colors.green("true ") : colors.red(String(result));
  return `${mark}  ${shown}  ${colors.dim(visible(seenBy(explained)))}`;
}

const shownGaps = 5;

/** What the tests never exercised, as far as it fits. */
function gapText({ coverage, mutation }: RuleResult, colors: Colors): string[] {
  const exceptions = (coverage?.exceptions.never ?? []).map((name) => `      exception ${name}  never met`);
  const gaps = (coverage?.gaps ?? []).map(({ check, never, items }) => {
    const short = check.length > longestCheck ? `${check.slice(0, longestCheck - 1)}…` : check;
    const outcomes = never.length === 0 ? [] : [`never ${never.join(" and never ")}`];
    const missed =
      items.length === 0
        ? []
        : [`never met: ${items.slice(0, shownGaps).join(", ")}${items.length > shownGaps ? ", …" : ""}`];
    return `      ${short}  ${[...outcomes, ...missed].join("; ")}`;
  });
  const survivors = (mutation?.survivors ?? []).map((change) => `      not noticed: ${change}`);
  return [exceptions, gaps, survivors].flatMap((lines) => {
    const more = lines.length > shownGaps ? [`      and ${lines.length - shownGaps} more`] : [];
    return [...lines.slice(0, shownGaps), ...more].map((line) => colors.dim(visible(line)));
  });
}

function closing(results: readonly SuiteResult[], colors: Colors): string {
  const totals = totalsOf(results);
  const parts = [colors.green(`${totals.passed} passed`)];
  if (totals.failed > 0) parts.push(colors.red(`${totals.failed} failed`));
  if (totals.errors > 0)
    parts.push(colors.red(`${totals.errors} ${totals.errors === 1 ? "error" : "errors"}`));
  const measures: string[] = [];
  if (totals.coverage !== null) measures.push(`${totals.coverage}% condition coverage`);
  if (totals.mutation !== null) measures.push(`${totals.mutation}% of the mutants caught`);
  return `${parts.join(", ")} of ${totals.rules} ${totals.rules === 1 ? "rule" : "rules"}${measures.map((measure) => `; ${measure}`).join("")}`;
}

/** JUnit XML: a suite a rule, a test a case. */
export function testJUnit(results: readonly SuiteResult[]): string {
  return junitDocument(
    results.flatMap((suite) => [
      ...(suite.problems.length === 0
        ? []
        : [
            {
              name: suite.file,
              cases: suite.problems.map(({ message, text, span }) =>
                failed(message, text.locate(span), message),
              ),
            },
          ]),
      ...suite.rules.map((rule) => ({ name: rule.rule, cases: ruleCases(rule) })),
    ]),
  );
}

function ruleCases(rule: RuleResult): JUnitCase[] {
  const cases = rule.cases.map((one): JUnitCase => {
    const range = one.text.locate(one.span);
    const name = `${one.fires ? "fires" : "silent"}: ${one.name}`;
    if (one.status === "passed") return { name, file: range.file, line: range.start.line };
    const colors = picocolors.createColors(false);
    const details = [one.message ?? "", ...one.deciding.map((check) => checkText(check, colors))].join("\n");
    return failed(name, range, details, one.message);
  });
  if (rule.error === undefined) return cases;
  return [...cases, failed("loads", rule.text.locate(rule.span), rule.error)];
}

function failed(
  name: string,
  { file, start }: { file: string; start: { line: number } },
  text: string,
  message = text,
): JUnitCase {
  return { name, file, line: start.line, failure: { message, type: "rule test", text } };
}

/** What is printed for programs: everything that came out, with locations as file, line and column. */
export function testJson(results: readonly SuiteResult[]): string {
  const location = ({ text, span }: CaseResult | RuleResult | SuiteResult["problems"][number]) => {
    const { file, start } = text.locate(span);
    return { file, line: start.line, column: start.column };
  };
  return `${jsonText({
    version: 1,
    summary: totalsOf(results),
    suites: results.map(({ file, problems, rules, untested }) => ({
      file,
      problems: problems.map((problem) => ({ message: problem.message, ...location(problem) })),
      rules: rules.map((rule) => ({
        rule: rule.rule,
        ...location(rule),
        error: rule.error ?? null,
        coverage: rule.coverage ?? null,
        mutation: rule.mutation ?? null,
        cases: rule.cases.map((one) => ({
          name: one.name,
          ...location(one),
          expected: one.fires ? "fires" : "silent",
          status: one.status,
          message: one.message ?? null,
          output: one.output ?? null,
          otherRules: one.otherRules,
          deciding: one.deciding.map(({ text, value, result }) => ({
            check: text,
            value: value ?? null,
            result,
          })),
        })),
      })),
      untested,
    })),
  })}\n`;
}
