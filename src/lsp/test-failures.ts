import { seenBy } from "../falco/index.ts";
import type { Finding } from "../lint/index.ts";
import type { Location } from "../project/index.ts";
import type { CaseResult, RuleResult, SuiteResult } from "../proof/index.ts";

/** What an editor calls a rule test that does not pass, in the place of a lint rule's id. */
const code = "rule-test";

/** The rule tests that do not pass, and what is wrong with test files, in the form of findings. */
export function testFailures(results: readonly SuiteResult[]): Finding[] {
  return results.flatMap(({ file, problems, rules }) => [
    ...problems.filter(({ text }) => text.file === file).map((problem) => failure(problem, problem.message)),
    ...rules.flatMap(ruleFailures),
  ]);
}

function ruleFailures({ rule, error, cases, ...at }: RuleResult): Finding[] {
  if (error !== undefined) return [failure(at, error)];
  return cases.filter(({ status }) => status !== "passed").map((one) => caseFailure(rule, one));
}

function caseFailure(rule: string, { name, message = "", deciding, ...at }: CaseResult): Finding {
  const checks = deciding.map((check) => `${check.result}  ${check.text}  ${seenBy(check)}`);
  return failure(at, `"${name}" does not pass: ${message}`, [`Rule "${rule}".`, ...checks].join("\n"));
}

function failure(at: Location, message: string, help?: string): Finding {
  const { file, start, end } = at.text.locate(at.span);
  return {
    rule: code,
    severity: "error",
    confidence: "high",
    message,
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(help === undefined ? {} : { help }),
    fingerprint: `${code} ${file}:${start.line}:${start.column} ${message}`,
  };
}
