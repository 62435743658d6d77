import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { type Finding, lintRules } from "../lint/index.ts";
import { describeRules } from "../report/index.ts";
import { rangeFrom } from "./ranges.ts";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  notice: DiagnosticSeverity.Information,
} as const;

const descriptions = describeRules(lintRules);

/** A finding as an editor shows it, with a link to the page of its rule. */
export function diagnosticOf(finding: Finding): Diagnostic {
  const { rule, severity, message, help, line, column, endLine, endColumn } = finding;
  const url = descriptions.get(rule)?.url;
  return {
    range: rangeFrom({ line, column }, { line: endLine, column: endColumn }),
    severity: severities[severity],
    source: "falcoverage",
    code: rule,
    ...(url === undefined ? {} : { codeDescription: { href: url } }),
    message: help === undefined ? message : `${message}\n${help}`,
  };
}
