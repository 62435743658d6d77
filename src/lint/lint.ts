import type { Place } from "../project/text.ts";
import type { Finding, Fix, Severity } from "./finding.ts";
import { fingerprinter } from "./fingerprint.ts";
import type { Model } from "./model.ts";
import type { LintRule, Problem } from "./rule.ts";

/** By rule id or `<category>/*`: what the user wants of a rule. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** Runs the rules over the model. Findings are sorted by file, line, column and rule, each once. */
export function lint(model: Model, rules: readonly LintRule[], settings: RuleSettings = {}): Finding[] {
  const findings = new Map<string, Located>();
  for (const rule of rules) {
    const setting = settings[rule.id] ?? settings[`${rule.id.split("/")[0]}/*`];
    if (setting === "off") continue;
    for (const problem of rule.check(model)) {
      const finding = toFinding(rule, problem, setting);
      // Several stacks may load the same file and so find the same thing.
      const key = JSON.stringify([finding.rule, finding.file, finding.line, finding.column, finding.message]);
      if (!findings.has(key)) findings.set(key, finding);
    }
  }
  const files = model.project.sources.filter(({ embedding }) => embedding === undefined);
  const contents = new Map(files.map(({ file, text }) => [file, text.content]));
  const fingerprint = fingerprinter((file) => contents.get(file));
  return [...findings.values()]
    .sort(byPlace)
    .map((finding) => ({ ...finding, fingerprint: fingerprint(finding) }));
}

type Located = Omit<Finding, "fingerprint">;

function toFinding(rule: LintRule, problem: Problem, setting: Severity | undefined): Located {
  const { file, start, end } = locate(problem.at);
  return {
    rule: rule.id,
    severity: setting ?? problem.severity ?? rule.severity,
    message: problem.message,
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(problem.falcoCode === undefined ? {} : { falcoCode: problem.falcoCode }),
    ...(problem.help === undefined ? {} : { help: problem.help }),
    ...(problem.fix === undefined ? {} : { fix: toFix(problem.fix) }),
  };
}

function toFix({ description, safe, edits }: NonNullable<Problem["fix"]>): Fix {
  return {
    description,
    safe,
    edits: edits.map((edit) => ({ ...locate(edit.at), text: edit.text })),
  };
}

function locate({ text, span }: Place) {
  return text.locate(span);
}

function byPlace(a: Located, b: Located): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
