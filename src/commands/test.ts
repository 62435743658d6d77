import path from "node:path";
import { parse } from "yaml";
import { findingsOf, inspect } from "../check.ts";
import { reportedRules } from "../compliance/index.ts";
import { readConfig } from "../configuration/index.ts";
import { Revision, UsageError } from "../project/index.ts";
import {
  generateSuite,
  loadRules,
  readTestProject,
  runTests,
  type SuiteResult,
  type TestOptions,
  watchTests,
} from "../proof/index.ts";
import { testJson, testJUnit, testText, totalsOf, visible } from "../report/index.ts";
import { type FalcoFlags, loadOptions, readRulesFiles } from "./rules-files.ts";
import { type ExitCode, print, screenWidthOf, type Terminal, usesColor, writeScreen } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

interface TestFlags extends FalcoFlags {
  readonly format: "text" | "json" | "junit";
  readonly output?: string;
  readonly quiet?: boolean;
  readonly watch?: boolean;
  readonly mutate?: boolean;
  readonly generate?: boolean;
  readonly rule?: readonly string[];
  readonly matching?: "first" | "all";
  readonly minConditionCoverage?: string;
}

/** Runs the rule tests, once or at every change; or writes skeletons of them. */
export async function testCommand(
  paths: readonly string[],
  flags: TestFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.generate) return generate(paths, flags, terminal);
  const where = { root: terminal.cwd(), paths };
  const options: TestOptions = {
    load: loadOptions(flags),
    mutate: flags.mutate ?? false,
    ...(flags.matching === undefined ? {} : { matching: flags.matching }),
  };
  if (flags.watch) {
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    await watchTests(
      where,
      options,
      (outcome) => {
        if (terminal.stdout.isTTY) terminal.stdout.write("\x1b[2J\x1b[H");
        if (outcome instanceof UsageError) terminal.stderr.write(`falcoverage: ${outcome.message}\n`);
        else show(outcome, flags, terminal);
      },
      stop.signal,
    );
    return 0;
  }
  const results = [...runTests(readTestProject(where), options), ...(await policyExamples(where))];
  const { failed, errors, rules, coverage } = totalsOf(results);
  if (rules === 0 && errors === 0) {
    throw new UsageError(
      "No rule tests were found, which are YAML files with `rules:` and `tests:`, and no examples of policies.",
    );
  }
  show(results, flags, terminal);
  const least = flags.minConditionCoverage === undefined ? 0 : percentOf(flags.minConditionCoverage);
  if ((coverage ?? 0) < least) {
    terminal.stderr.write(`Condition coverage is ${coverage ?? 0}%; ${least}% are required.\n`);
    return 1;
  }
  return failed + errors === 0 ? 0 : 1;
}

/** The examples of the policies that the configuration names, below the paths that are given. */
async function policyExamples({ root, paths }: Where): Promise<SuiteResult[]> {
  const revision = new Revision(root);
  const { policies } = readConfig(revision);
  const given = paths.map((one) => revision.relative(one));
  const isGiven = (file: string): boolean =>
    given.length === 0 || given.some((one) => one === "" || file === one || file.startsWith(`${one}/`));
  const wanted = policies.filter(({ file }) => isGiven(file));
  if (wanted.length === 0) return [];
  const { readPolicies, runExamples } = await import("../policy/index.ts");
  return runExamples(readPolicies(wanted).all);
}

interface Where {
  readonly root: string;
  readonly paths: readonly string[];
}

function show(results: readonly SuiteResult[], flags: TestFlags, terminal: Terminal): void {
  const color = flags.output === undefined && usesColor(terminal, flags.color);
  const width = flags.output === undefined ? screenWidthOf(terminal) : undefined;
  const text =
    flags.format === "json"
      ? testJson(results)
      : flags.format === "junit"
        ? testJUnit(results)
        : testText(results, { color, quiet: flags.quiet ?? false, width });
  if (flags.output === undefined) print(text, flags, terminal);
  else writeOutput(flags.output, text, terminal);
}

async function generate(files: readonly string[], flags: TestFlags, terminal: Terminal): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError("test --generate needs the rules files to make tests for.");
  const { sources } = readRulesFiles(files, terminal);
  const { loaded, problems } = loadRules(sources, loadOptions(flags));
  const [problem] = problems;
  if (problem !== undefined) {
    const { file, start } = problem.text.locate(problem.span);
    throw new UsageError(`${file}:${start.line}:${start.column}: ${problem.message}`);
  }
  // A test file names its rules relative to its folder.
  const folder = path.dirname(flags.output ?? "tests.yaml");
  const named = files.map((file) => path.relative(folder, file).split(path.sep).join("/"));
  const text = generateSuite(loaded, named, flags.rule);
  if (flags.output === undefined) writeScreen(text, terminal);
  else writeOutput(flags.output, text, terminal);
  const { tests } = parse(text) as { tests: { rule: string; fires: unknown[] }[] };
  const without = tests.filter(({ fires }) => fires.length === 0).map(({ rule }) => rule);
  if (without.length > 0)
    terminal.stderr.write(`${(await whySilent(without, files, terminal)).join("\n")}\n`);
  return 0;
}

/** For rules on which no event was found to fire, the errors and warnings that a check has about them. */
async function whySilent(
  names: readonly string[],
  files: readonly string[],
  terminal: Terminal,
): Promise<string[]> {
  const inspection = await inspect(files, { root: terminal.cwd() });
  const { findings } = findingsOf(inspection);
  const rules = reportedRules(inspection.model.rulesets, new Map(), []);
  return names.flatMap((name) => {
    const rule = rules.find((one) => one.name === name);
    const line = rule?.line ?? 0;
    const after = rules.filter((one) => one.file === rule?.file && (one.line ?? 0) > line);
    const end = Math.min(...after.map((one) => one.line ?? 0), Number.POSITIVE_INFINITY);
    const about = findings.filter(
      (finding) =>
        finding.file === rule?.file &&
        finding.line >= line &&
        finding.line < end &&
        finding.severity !== "notice",
    );
    return [
      `No event was found on which "${name}" fires${about.length === 0 ? "." : ":"}`,
      ...about.map(
        ({ file, line, column, message }) => `  ${visible(`${file}:${line}:${column}: ${message}`)}`,
      ),
    ];
  });
}

function percentOf(value: string): number {
  const percent = Number(value);
  if (Number.isFinite(percent) && percent >= 0 && percent <= 100) return percent;
  throw new UsageError(
    `min-condition-coverage takes a percentage from 0 to 100, not "${value.slice(0, 20)}".`,
  );
}
