import picocolors from "picocolors";
import { evidenceOf } from "../check.ts";
import { explainControl, explainSignal } from "../compliance/index.ts";
import { readPage } from "../documentation.ts";
import { describeField, errorCodes, explainEvent, fieldNames, warningCodes } from "../falco/index.ts";
import { lintRules } from "../lint/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { controlText, fieldText, signalText } from "../report/index.ts";
import { repository } from "../version.ts";
import { inspectFor } from "./progress.ts";
import type { CheckFlags } from "./run-check.ts";
import { type ExitCode, type Terminal, usesColor, widthOf, writeScreen } from "./terminal.ts";

/** Explains a lint rule, one of Falco's codes, a field, an event type or a control. */
export async function explainCommand(id: string, flags: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const color = usesColor(terminal, flags.color);
  writeScreen(`${(await explain(id, flags, terminal, color)).trimEnd()}\n`, terminal);
  return 0;
}

async function explain(id: string, flags: CheckFlags, terminal: Terminal, color: boolean): Promise<string> {
  const rule = lintRules.find((candidate) => candidate.id === id);
  if (rule !== undefined) {
    return pageText(pageOf(`rules/${id}.md`), color);
  }
  const codes: readonly string[] = [...errorCodes, ...warningCodes];
  if (codes.includes(id.toUpperCase()))
    return pageText(section(pageOf("falco-codes.md"), id.toUpperCase()), color);
  const field = await describeField(id);
  if (field !== undefined) return fieldText(field, { color, width: widthOf(terminal) });
  const inspection = await inspectFor([], { ...flags, root: terminal.cwd() }, terminal);
  const policy = inspection.policies?.pageOf(id);
  if (policy !== undefined) return pageText(policy, color);
  const evidence = evidenceOf(inspection);
  const signal = explainSignal(id, evidence);
  if (signal !== undefined) return signalText(signal, { color, width: widthOf(terminal) });
  const control = await explainControl(id, evidence);
  if (control !== undefined) return controlText(control, { color, width: widthOf(terminal) });
  const event = explainEvent(id);
  if (event !== undefined) {
    const { bold } = picocolors.createColors(color);
    const known = event.parameters.map((name) => `evt.arg.${name}`).join(", ");
    return `${bold(event.name)}\n\nAn event type, for evt.type.\n\nParameters: ${known === "" ? "none known" : known}\n`;
  }
  const near = nearest(id, [...lintRules.map((candidate) => candidate.id), ...codes, ...fieldNames()]);
  throw new UsageError(
    `"${id.slice(0, 60)}" is not a lint rule, control, signal, Falco field, event type or code.${near === undefined ? "" : ` Did you mean "${near}"?`}`,
  );
}

/** @throws UsageError where the program was installed without its pages */
function pageOf(file: string): string {
  const page = readPage(file);
  if (page === undefined)
    throw new UsageError(`The pages are not next to the program: ${repository}/blob/main/docs/${file}`);
  return page;
}

/** One section of a page, with its heading. */
function section(page: string, heading: string): string {
  const start = page.indexOf(`## ${heading}\n`);
  const end = page.indexOf("\n## ", start + 1);
  return page.slice(start, end === -1 ? undefined : end + 1);
}

/** A Markdown page for a terminal: headings stand out, fences go, code is set apart. */
function pageText(page: string, color: boolean): string {
  const colors = picocolors.createColors(color);
  let fence = "";
  const lines: string[] = [];
  for (const line of page.split("\n")) {
    const [mark] = /^```+/.exec(line) ?? [];
    if (mark !== undefined && fence === "") fence = mark;
    else if (mark === fence) fence = "";
    else if (fence !== "") lines.push(colors.cyan(`  ${line}`));
    else if (/^#+ /.test(line)) lines.push(colors.bold(line.replace(/^#+ /, "")));
    else lines.push(line.replace(/`([^`]+)`/g, (_, code: string) => (color ? colors.cyan(code) : code)));
  }
  return lines.join("\n");
}
