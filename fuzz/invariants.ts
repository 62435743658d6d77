import { writeFileSync } from "node:fs";
import path from "node:path";
import published from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { JSDOM } from "jsdom";
import type { Description, ValidationResult } from "../src/index.ts";
import { hiddenCharacter } from "../src/project/index.ts";
import { readReport } from "../src/report/index.ts";
import type { Files } from "./corpus.ts";

/** @throws Error where a position of a verdict lies outside of its file */
export function checkVerdict({ falco_load_results: results }: ValidationResult, files: Files): void {
  for (const { errors, warnings } of results) {
    for (const { context, message } of [...errors, ...warnings]) {
      hold(message !== "", "a diagnostic without a message");
      for (const { position } of context.locations) {
        const text = files[position.name];
        hold(position.line >= 0 && position.offset >= 0, `line ${position.line}, offset ${position.offset}`);
        // In a condition, Falco counts from its start and names it by its first characters.
        if (text === undefined) continue;
        hold(position.line <= lineCount(text), `line ${position.line} of ${lineCount(text)}`);
        // As the parser of Falco does, an escape at the end is read past it, by up to 8 digits.
        hold(position.offset <= Buffer.byteLength(text) + 8, `offset ${position.offset}`);
      }
    }
  }
}

const lineCount = (text: string) => text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length;

/** @throws Error where a description has what JSON cannot hold */
export function checkDescription(description: Description | undefined): void {
  if (description === undefined) return;
  const again: unknown = JSON.parse(JSON.stringify(description));
  hold(JSON.stringify(again) === JSON.stringify(description), "a description that JSON changes");
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function checkPlace({ file, line, column, endLine, endColumn }: Place, files: Files): void {
  const text = files[file];
  hold(text !== undefined, `a finding in ${file}, which is no file`);
  // Lines end as in Git and on GitHub: a lone carriage return ends none.
  const lines = text!.replace(/^\uFEFF/, "").split(/\r?\n/);
  const shown = `${file}:${line}:${column}-${endLine}:${endColumn}`;
  hold(line >= 1 && line <= lines.length && column >= 1, `${shown} of ${lines.length} lines`);
  hold(
    column <= lines[line - 1]!.length + 1,
    `${shown} where the line has ${lines[line - 1]!.length} characters`,
  );
  hold(endLine >= line && endLine <= lines.length, `${shown} of ${lines.length} lines`);
  hold(endLine > line || endColumn >= column, `${shown} ends before it starts`);
}

const inert = /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f]*$/;

const checks: Readonly<
  Record<string, (out: string, files: Files | undefined, folder: string) => Promise<void> | void>
> = {
  text: (out) => {
    hold(inert.test(out), "a control character in text");
  },
  markdown: (out) => {
    hold(inert.test(out), "a control character in Markdown");
    hold(!/<script/i.test(out), "a script in Markdown");
  },
  json: async (out, files, folder) => {
    const data = JSON.parse(out) as { findings?: readonly Place[]; version?: number };
    if (data.findings === undefined) return;
    const file = path.join(folder, "..", "report-to-check.json");
    writeFileSync(file, out);
    await readReport(folder, file);
    if (files !== undefined) for (const finding of data.findings) checkPlace(finding, files);
  },
  sarif: (out) => holdSchema(sarif, JSON.parse(out)),
  html: (out) => {
    const { document } = new JSDOM(out).window;
    const scripts = [...document.querySelectorAll("script")].length;
    hold(scripts === 1, `${scripts} scripts in HTML`);
    for (const element of document.querySelectorAll("*"))
      for (const name of element.getAttributeNames())
        hold(!name.startsWith("on"), `the attribute ${name} in HTML`);
  },
  junit: (out) => {
    new JSDOM(out, { contentType: "text/xml" });
  },
  github: (out) => {
    for (const line of out.split("\n"))
      hold(
        line === "" || /^::(?:error|warning|notice) file=[^,:]*,line=\d+,/.test(line),
        `the command ${line}`,
      );
  },
  gitlab: (out) => {
    for (const entry of JSON.parse(out) as { location: { path: string; lines?: { begin: number } } }[])
      hold(entry.location.path !== "", "an entry without a path");
  },
  csv: (out) => {
    const widths = new Set(rowsOf(out).map((row) => row.length));
    hold(widths.size <= 1, `rows of ${[...widths].join(" and ")} cells`);
  },
  navigator: (out) => {
    hold(typeof (JSON.parse(out) as { domain?: unknown }).domain === "string", "a layer without a domain");
  },
  oscal: (out) => {
    JSON.parse(out);
  },
  "oscal-component": (out) => {
    JSON.parse(out);
  },
};

/**
 * @param files those that findings are of; undefined where they are of files elsewhere
 * @throws Error where what a command printed is not valid in its format, or shows what nobody sees
 */
export async function checkFormat(
  format: string,
  out: string,
  files: Files | undefined,
  folder: string,
): Promise<void> {
  const hidden = out.search(hiddenCharacter);
  // A patch has to hold what it changes.
  hold(
    hidden === -1 || format === "patch",
    `an invisible character: ${JSON.stringify(out.slice(hidden - 40, hidden + 20))}`,
  );
  await checks[format]?.(out, files, folder);
}

/** The rows of a CSV table (RFC 4180) with commas. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    if (end === "" && quoted === undefined && plain === "" && rows.at(-1)!.length === 0) break;
    rows.at(-1)!.push(quoted ?? plain);
    if (end === "") break;
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
let compiled: ValidateFunction | undefined;

const sarif = (): ValidateFunction => {
  // It is written in draft 4, of which it uses nothing that draft 7 reads otherwise, save for the name of its id.
  const { id: _, $schema: __, ...schema } = published;
  compiled ??= ajv.compile(schema);
  return compiled;
};

function holdSchema(schema: () => ValidateFunction, data: unknown): void {
  const validate = schema();
  hold(validate(data), ajv.errorsText(validate.errors?.slice(0, 3)));
}

function hold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Does not hold: ${what}`);
}
