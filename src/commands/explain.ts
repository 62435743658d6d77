import picocolors from "picocolors";
import { evidenceOf } from "../check.ts";
import { explainControl, explainFramework, explainSignal } from "../compliance/index.ts";
import { readPage } from "../documentation.ts";
import {
  describeField,
  errorCodes,
  explainEvent,
  explainOperator,
  fieldNames,
  warningCodes,
} from "../falco/index.ts";
import { lintRules } from "../lint/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { controlText, fieldText, frameworkText, hang, pageText, signalText, wrap } from "../report/index.ts";
import { repository } from "../version.ts";
import { inspectFor } from "./progress.ts";
import type { CheckFlags } from "./run-check.ts";
import { type ExitCode, type Terminal, usesColor, widthOf, writeScreen } from "./terminal.ts";

/** Explains a lint rule, one of Falco's codes, a field, an operator, an event type, a framework or a control. */
export async function explainCommand(id: string, flags: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const options = { color: usesColor(terminal, flags.color), width: widthOf(terminal) };
  writeScreen(`${(await explain(id, flags, terminal, options)).trimEnd()}\n`, terminal);
  return 0;
}

interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

async function explain(
  id: string,
  flags: CheckFlags,
  terminal: Terminal,
  options: TextOptions,
): Promise<string> {
  const rule = lintRules.find((candidate) => candidate.id === id);
  if (rule !== undefined) {
    return pageText(pageOf(`rules/${id}.md`), options);
  }
  const codes: readonly string[] = [...errorCodes, ...warningCodes];
  if (codes.includes(id.toUpperCase()))
    return pageText(section(pageOf("falco-codes.md"), id.toUpperCase()), options);
  const field = await describeField(id);
  if (field !== undefined) return fieldText(field, options);
  const operator = explainOperator(id);
  if (operator !== undefined) return operatorText(operator, options);
  const inspection = await inspectFor([], { ...flags, root: terminal.cwd() }, terminal);
  const policy = inspection.policies?.pageOf(id);
  if (policy !== undefined) return pageText(policy, options);
  const evidence = evidenceOf(inspection);
  const signal = explainSignal(id, evidence);
  if (signal !== undefined) return signalText(signal, options);
  const framework = await explainFramework(id, evidence);
  if (framework !== undefined) return frameworkText(framework, options);
  const control = await explainControl(id, evidence);
  if (control !== undefined) return controlText(control, options);
  const event = explainEvent(id);
  if (event !== undefined) {
    const { bold } = picocolors.createColors(options.color);
    const known = event.parameters.map((name) => `evt.arg.${name}`).join(", ");
    const parameters = hang(`Parameters: ${known === "" ? "none known" : known}`, options.width);
    return [bold(event.name), "", "An event type, for evt.type.", "", ...parameters].join("\n");
  }
  const near = nearest(id, [...lintRules.map((candidate) => candidate.id), ...codes, ...fieldNames()]);
  throw new UsageError(
    `"${id.slice(0, 60)}" is not a lint rule, framework, control, signal, Falco field, operator, event type or code.${near === undefined ? "" : ` Did you mean "${near}"?`}`,
  );
}

function operatorText(
  { name, kind, meaning }: NonNullable<ReturnType<typeof explainOperator>>,
  { color, width }: TextOptions,
): string {
  const what = kind === "operator" ? "An operator of conditions." : "A transformer of values in conditions.";
  return [picocolors.createColors(color).bold(name), "", ...wrap(`${what} ${meaning}`, width)].join("\n");
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
