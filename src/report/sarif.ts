import type { Edit, Severity } from "../lint/index.ts";
import { jsonText, visibleLines, wellFormed } from "./escape.ts";
import type { Format, RuleDescription } from "./report.ts";

/** SARIF 2.1.0, as code scanning reads it. */
export const sarif: Format = (report, context) => {
  const ids = [...new Set(report.findings.map((finding) => finding.rule))].sort();
  const { name, version } = report.tool;
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name,
            version,
            semanticVersion: version,
            informationUri: "https://github.com/falcoverage/falcoverage",
            rules: ids.map((id) => descriptor(id, context.rules.get(id))),
          },
        },
        automationDetails: { id: `${name}/` },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [root]: { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results: report.findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: levels[finding.severity],
          message: {
            text: messageText(
              finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`,
            ),
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: artifact(finding.file),
                region: region(finding.line, finding.column, finding.endLine, finding.endColumn),
              },
            },
          ],
          partialFingerprints: { "falcoverage/v1": finding.fingerprint },
          ...(finding.fix === undefined || finding.fix.edits.length === 0
            ? {}
            : { fixes: [fix(finding.fix.description, finding.fix.edits)] }),
          properties: { confidence: finding.confidence, falcoCode: finding.falcoCode },
        })),
      },
    ],
  };
  return `${jsonText(log)}\n`;
};

const root = "%SRCROOT%";

const levels = { error: "error", warning: "warning", notice: "note" } as const;

const problemSeverities = { error: "error", warning: "warning", notice: "recommendation" } as const;

/** In the words of code scanning, which has four. */
const precisions = { high: "very-high", medium: "medium", low: "low" } as const;

function descriptor(id: string, rule: RuleDescription | undefined): object {
  if (rule === undefined) return { id };
  const category = id.slice(0, Math.max(0, id.indexOf("/")));
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.summary },
    help: { text: `${rule.summary}\n${rule.url}`, markdown: rule.page() },
    helpUri: rule.url,
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: category === "" ? ["falco"] : [category],
      precision: precisions[rule.confidence],
      "problem.severity": problemSeverities[rule.severity satisfies Severity],
    },
  };
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

/** In a message, brackets before a parenthesis are a link and `{0}` is an argument; ours are neither. */
function messageText(text: string): string {
  const whole = visibleLines(text);
  const literal = whole.includes("](") ? whole.replace(/[[\]\\]/g, "\\$&") : whole;
  return literal.replace(/\{(\d+)\}/g, "{{$1}}");
}

function artifact(file: string): { uri: string; uriBaseId: string } {
  return { uri: wellFormed(file).split("/").map(encodeURIComponent).join("/"), uriBaseId: root };
}

/** Ends before it starts in no viewer: an end that is missing or wrong is the start. */
function region(startLine: number, startColumn: number, endLine: number, endColumn: number): object {
  if (endLine > startLine) return { startLine, startColumn, endLine, endColumn };
  return { startLine, startColumn, endLine: startLine, endColumn: Math.max(startColumn, endColumn) };
}

function fix(description: string, edits: readonly Edit[]): object {
  const files = [...new Set(edits.map((edit) => edit.file))];
  return {
    description: { text: messageText(description) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ start, end, text }) => ({
          deletedRegion: region(start.line, start.column, end.line, end.column),
          insertedContent: { text },
        })),
    })),
  };
}
