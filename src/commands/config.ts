import picocolors from "picocolors";
import { type ConfigFile, readConfig, type Setting } from "../configuration/index.ts";
import { Revision } from "../project/index.ts";
import { jsonText, visible, wrap } from "../report/index.ts";
import { resolveSettings } from "../settings.ts";
import { type ExitCode, type Terminal, usesColor, widthOf } from "./terminal.ts";

interface ConfigFlags {
  readonly config?: string;
  readonly format: "text" | "json";
  readonly color?: boolean;
}

/** A setting as it is shown; one without a file is a default. */
interface Shown {
  readonly key: string;
  readonly value: unknown;
  readonly from: { readonly file: string; readonly line: number } | null;
}

/** Prints the settings that apply, with the file and line that each is from. */
export async function configCommand(flags: ConfigFlags, terminal: Terminal): Promise<ExitCode> {
  const found = readConfig(new Revision(terminal.cwd()), flags.config);
  const settings = [...found.settings.map(shown), ...defaultsOf(found)];
  const policies = await policiesOf(found);
  if (flags.format === "json") {
    const { file = null, extended } = found;
    terminal.stdout.write(`${jsonText({ version: 1, file, extended, settings, policies })}\n`);
    return 0;
  }
  terminal.stdout.write(
    textOf(found, settings, policies, usesColor(terminal, flags.color), widthOf(terminal)),
  );
  return 0;
}

function shown({ key, value, file, line }: Setting): Shown {
  return { key, value, from: { file, line } };
}

/** The settings that nothing is said of and that have a default. */
function defaultsOf({ config, settings }: ConfigFile): Shown[] {
  const { level, failOn, minConfidence, minBreadth, failOnRegression, onlyNew, scope, gate } =
    resolveSettings({}, config);
  const all: Readonly<Record<string, unknown>> = {
    level,
    "fail-on": failOn,
    "min-confidence": minConfidence,
    "min-breadth": minBreadth,
    "fail-on-regression": failOnRegression,
    "only-new": onlyNew,
    scope,
    gate,
  };
  const stated = new Set(settings.map(({ key }) => key));
  return Object.entries(all)
    .filter(([key]) => !stated.has(key))
    .map(([key, value]) => ({ key, value, from: null }));
}

interface ShownPolicy {
  readonly id: string;
  readonly severity: string;
  readonly each: string;
  readonly from: { readonly file: string; readonly line: number };
}

async function policiesOf({ policies }: ConfigFile): Promise<ShownPolicy[]> {
  if (policies.length === 0) return [];
  const { readPolicies } = await import("../policy/index.ts");
  return readPolicies(policies).all.map(({ id, severity, each, text, span }) => {
    const { file, start } = text.locate(span);
    return { id: `policy/${id}`, severity, each, from: { file, line: start.line } };
  });
}

function textOf(
  { file, extended }: ConfigFile,
  settings: readonly Shown[],
  policies: readonly ShownPolicy[],
  color: boolean,
  width: number,
): string {
  const { bold, dim } = picocolors.createColors(color);
  const head = file === undefined ? "No configuration file: the defaults apply." : visible(file);
  const rows = settings.map(({ key, value, from }) => [key, valueText(value), placeOf(from)]);
  const policyRows = policies.map(({ id, severity, each, from }) => [
    id,
    `${severity}, each ${each}`,
    placeOf(from),
  ]);
  const table = (all: readonly (readonly string[])[]) => {
    const widest = (column: number) => Math.max(0, ...all.map((row) => row[column]!.length));
    const first = Math.min(48, widest(0));
    const place = Math.min(40, widest(2));
    const beside = width - first - place - 6;
    const second = Math.min(48, widest(1), beside < 16 ? Math.max(12, width - first - 4) : beside);
    const indent = " ".repeat(first + 4);
    return all.flatMap(([key, value, from]) => {
      const [head = "", ...rest] = wrap(value!, second);
      const line = `  ${key!.padEnd(first)}  ${head}`;
      const below = rest.map((part) => indent + part);
      const room = width - from!.length - 2;
      return line.length <= room
        ? [line.padEnd(Math.min(room, first + second + 4)) + "  " + dim(from!), ...below]
        : [line, ...below, indent + dim(from!)];
    });
  };
  const lines = [
    bold(head),
    ...extended.map((name) => `  extends ${visible(name)}`),
    "",
    ...table(rows),
    ...(policies.length === 0 ? [] : ["", bold("Policies"), ...table(policyRows)]),
  ];
  return `${lines.join("\n")}\n`;
}

function placeOf(from: Shown["from"]): string {
  return from === null ? "default" : visible(`${from.file}:${from.line}`);
}

function valueText(value: unknown): string {
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}
