import type { Finding } from "../lint/index.ts";
import { blockerLocation, blockerText, frameworkTitle, isCounted, statusOf } from "./controls.ts";
import { xmlText } from "./escape.ts";
import type { Format, Report } from "./report.ts";
import { failsCheck } from "./summary.ts";

export interface JUnitCase {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly failure?: { readonly message: string; readonly type: string; readonly text: string };
  readonly skipped?: string;
}

export interface JUnitSuite {
  readonly name: string;
  readonly cases: readonly JUnitCase[];
}

/**
 * JUnit XML. A test fails exactly when it makes the check fail: each reason why the check did not pass, and each
 * finding that is part of one. Other findings and controls that are not covered are skipped tests.
 */
export const junit: Format = (report) =>
  junitDocument([checkSuite(report), ...findingSuites(report), ...coverageSuites(report)]);

export function junitDocument(suites: readonly JUnitSuite[]): string {
  const all = suites.flatMap((suite) => suite.cases);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="falcoverage" ${counts(all)}>`,
    ...suites.map(suiteXml),
    "</testsuites>",
  ].join("\n")}\n`;
}

function checkSuite({ summary }: Report): JUnitSuite {
  if (summary.passed) return { name: "falcoverage", cases: [{ name: "passed" }] };
  const cases = summary.failures.map((failure) => ({
    name: failure,
    failure: { message: failure, type: "check", text: failure },
  }));
  return { name: "falcoverage", cases };
}

function findingSuites({ findings, summary, difference }: Report): JUnitSuite[] {
  const fails = failsCheck(summary, difference);
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = files.get(finding.file);
    if (list === undefined) files.set(finding.file, [finding]);
    else list.push(finding);
  }
  return Array.from(files, ([file, list]) => ({
    name: file,
    cases: list.map((finding) => {
      const { rule, severity, message, help, line, column } = finding;
      const location = `${file}:${line}:${column}`;
      const head = { name: `${rule} (${line}:${column})`, file, line };
      if (!fails(finding)) return { ...head, skipped: `${severity}: ${message}` };
      const text = [`${location}: ${severity}: ${message}`, ...(help === undefined ? [] : [help])].join("\n");
      return { ...head, failure: { message, type: severity, text } };
    }),
  }));
}

function coverageSuites({ coverage }: Report): JUnitSuite[] {
  return coverage.frameworks.map((framework) => ({
    name: frameworkTitle(framework),
    cases: framework.controls
      .filter((control) => isCounted(control) && statusOf(control) !== "undetectable")
      .map((control) => {
        const name = `${control.id} ${control.title}`;
        const reason = blockerText(control);
        if (reason === null) return { name };
        const location = blockerLocation(control.blockedBy);
        return { name, skipped: location === null ? reason : `${reason} (${location})` };
      }),
  }));
}

function counts(cases: readonly JUnitCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter(({ skipped }) => skipped !== undefined).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`;
}

function suiteXml({ name, cases }: JUnitSuite): string {
  return [
    `  <testsuite name="${xmlText(name)}" ${counts(cases)}>`,
    ...cases.map((test) => caseXml(name, test)),
    "  </testsuite>",
  ].join("\n");
}

function caseXml(suite: string, { name, file, line, failure, skipped }: JUnitCase): string {
  const location = file === undefined ? "" : ` file="${xmlText(file)}" line="${line}"`;
  const open = `    <testcase classname="${xmlText(suite)}" name="${xmlText(name)}"${location} time="0"`;
  if (failure !== undefined) {
    const { message, type, text } = failure;
    return `${open}>\n      <failure message="${xmlText(message)}" type="${xmlText(type)}">${xmlText(text)}</failure>\n    </testcase>`;
  }
  if (skipped !== undefined)
    return `${open}>\n      <skipped message="${xmlText(skipped)}"/>\n    </testcase>`;
  return `${open}/>`;
}
