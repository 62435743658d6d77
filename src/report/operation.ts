import picocolors from "picocolors";
import type { ControlCoverage } from "../compliance/index.ts";
import type { OperationSummary } from "../evidence/index.ts";
import { wrap } from "./columns.ts";
import { blockerText, count, frameworkTitle, percentText } from "./controls.ts";
import { markdownCode, markdownText, visible } from "./escape.ts";
import type { Format, Report } from "./report.ts";

/** What records of a period do not show, in a sentence. */
export const operationLimitation =
  "This says that detectors ran, and that an alert of each was seen to arrive. It does not say that anybody acted on alerts, that the exports are complete, or that an auditor accepts them.";

/** The period and the share of controls, in a sentence. */
export function operationSentence({ coverage }: Report, { period }: OperationSummary): string {
  const { covered, total, percent } = coverage.totals;
  return `From ${period.from} to ${period.to}, detectors of ${covered} of ${count(total, "detectable control")} (${percentText(percent)}) are shown to have operated.`;
}

/** What was read, in sentences. */
export function readSentences({ alerts, metrics, nodes, minimum }: OperationSummary): readonly string[] {
  const { read, repeated, outside, malformed } = alerts;
  return [
    `${count(read, "alert")} of the period${repeated === 0 ? "" : ` (${count(repeated, "more line")} that repeat one)`}, ${outside} outside of it, ${count(malformed, "malformed line")}.`,
    `${metrics.series} series of metrics, a sample every ${metrics.step} s, ${count(nodes.length, "node")}; ${minimum}% of time, of events and of alerts are asked for.`,
  ];
}

/** The rules that operated, with what shows that their alerts arrive. */
export function shownSentence({ shown, alerts, drills, ran }: OperationSummary["rules"][number]): string {
  const kind = shown?.drill === true ? "drill" : "alert, no drill";
  return `ran ${ran}% of the time; ${count(drills, "drill")} and ${count(alerts, "other alert")}, the last ${kind} at ${shown?.time.slice(0, 16)}Z`;
}

/** Controls that a detector can see, in the order of the frameworks. */
function controlsOf(
  report: Report,
): readonly { readonly title: string; readonly controls: readonly ControlCoverage[] }[] {
  return report.coverage.frameworks.map((framework) => ({
    title: frameworkTitle(framework),
    controls: framework.controls.filter(
      ({ runtime, counted, outOfScope }) => runtime === "detect" && counted && outOfScope === null,
    ),
  }));
}

/** Operating effectiveness for a terminal. */
export const operationText: Format = (report, context) => {
  const { operation } = report;
  if (operation === undefined) return "";
  const colors = picocolors.createColors(context.color);
  const list = (title: string, sentences: readonly string[]): string[] =>
    sentences.length === 0
      ? []
      : ["", colors.bold(title), ...sentences.flatMap((sentence) => item(visible(sentence), context.width))];
  const lines = [
    ...wrap(operationSentence(report, operation), context.width),
    ...list("Read", [
      ...readSentences(operation),
      ...operation.alerts.problems,
      ...operation.metrics.problems,
    ]),
    ...list("Exceptions", operation.exceptions),
    "",
    colors.bold("Rules"),
    ...operation.rules.flatMap((rule) => {
      const mark = rule.operated ? colors.green("✓") : colors.red("✗");
      const why = rule.operated ? shownSentence(rule) : (rule.gap ?? "");
      return [
        `${mark} ${visible(rule.name)}`,
        ...wrap(visible(why), context.width - 4).map((line) => `    ${colors.dim(line)}`),
      ];
    }),
    ...controlsOf(report).flatMap(({ title, controls }) => [
      "",
      colors.bold(visible(title)),
      ...controls.flatMap((control) => {
        const mark = control.covered ? colors.green("✓") : colors.red("✗");
        const why = control.covered ? null : blockerText(control);
        return [
          `${mark} ${visible(control.id)} ${visible(control.title)}`,
          ...(why === null
            ? []
            : wrap(visible(why), context.width - 4).map((line) => `    ${colors.dim(line)}`)),
        ];
      }),
    ]),
    "",
    ...wrap(operationLimitation, context.width),
  ];
  return `${lines.join("\n")}\n`;
};

function item(sentence: string, width: number): readonly string[] {
  return wrap(sentence, width - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`));
}

/** Operating effectiveness as a Markdown page. */
export const operationMarkdown: Format = (report) => {
  const { operation } = report;
  if (operation === undefined) return "";
  const bullets = (sentences: readonly string[]) =>
    sentences.map((sentence) => `- ${markdownText(sentence)}\n`).join("");
  const section = (title: string, body: string) => (body === "" ? "" : `\n## ${title}\n\n${body}`);
  const table = (head: string, rows: readonly string[]) =>
    rows.length === 0 ? "" : `${head}\n${rows.map((row) => `${row}\n`).join("")}`;
  return [
    "# Operating effectiveness\n\n",
    `${operationSentence(report, operation)}\n`,
    section(
      "Read",
      bullets([...readSentences(operation), ...operation.alerts.problems, ...operation.metrics.problems]),
    ),
    section("Exceptions", bullets(operation.exceptions)),
    section(
      "Rules",
      table(
        "| rule | operated | why |\n| --- | --- | --- |",
        operation.rules.map(
          (rule) =>
            `| ${markdownCode(rule.name)} | ${rule.operated ? "yes" : "no"} | ${markdownText(rule.operated ? shownSentence(rule) : (rule.gap ?? ""))} |`,
        ),
      ),
    ),
    ...controlsOf(report).map(({ title, controls }) =>
      section(
        markdownText(title),
        table(
          "| control | operating | what is missing |\n| --- | --- | --- |",
          controls.map(
            (control) =>
              `| ${markdownText(`${control.id} ${control.title}`)} | ${control.covered ? "yes" : "no"} | ${control.covered ? "" : markdownText(blockerText(control) ?? "")} |`,
          ),
        ),
      ),
    ),
    `\n${operationLimitation}\n`,
  ].join("");
};
