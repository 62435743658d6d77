import type { Location } from "../project/index.ts";
import type { RuleResult, SuiteResult } from "./run-suites.ts";

/** What the tests of all files say of one rule. */
export interface Proof {
  /** Cases that were expected to fire, and did. */
  readonly fires: number;
  /** Near misses that were expected not to fire, and did not. */
  readonly silent: number;
  /** Whether it fires on at least one event, stays silent on at least one, and no case failed. */
  readonly passed: boolean;
  /** Of the first case that failed, else of the tests. */
  readonly location: Location;
  /** What is missing, as a sentence; undefined where it passed. */
  readonly reason?: string;
}

/** The proof of each rule that has tests, by its name. A rule that is not there has none. */
export function provenRules(results: readonly SuiteResult[]): ReadonlyMap<string, Proof> {
  const byRule = new Map<string, RuleResult[]>();
  for (const result of results.flatMap((suite) => suite.rules)) {
    byRule.set(result.rule, [...(byRule.get(result.rule) ?? []), result]);
  }
  return new Map([...byRule].map(([rule, all]) => [rule, proofOf(all)]));
}

function proofOf(results: readonly RuleResult[]): Proof {
  const cases = results.flatMap((result) => result.cases);
  const passed = cases.filter(({ status }) => status === "passed");
  const fires = passed.filter((one) => one.fires).length;
  const silent = passed.length - fires;
  const broken = results.find(({ error }) => error !== undefined);
  const failed = cases.find(({ status }) => status !== "passed");
  const { text, span } = failed ?? broken ?? results[0]!;
  const proof = { fires, silent, location: { text, span } };
  const reason =
    broken?.error ??
    (failed && `The rule test "${failed.name}" does not pass: ${failed.message ?? ""}`) ??
    (fires === 0 ? "No rule test fires on a sample event." : undefined) ??
    (silent === 0 ? "No rule test stays silent on a near miss." : undefined);
  return reason === undefined ? { ...proof, passed: true } : { ...proof, passed: false, reason };
}
