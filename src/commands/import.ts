import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Framework, frameworkIds, loadFramework } from "../compliance/index.ts";
import { type ColumnNames, proposeMatrix, readTable } from "../import/index.ts";
import { schemaUrl } from "../init/index.ts";
import { missingFile, UsageError } from "../project/index.ts";
import { visible } from "../report/index.ts";
import { inspectFor } from "./progress.ts";
import type { CheckFlags } from "./run-check.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

interface ImportFlags extends CheckFlags {
  readonly framework?: string;
  readonly frameworkColumn?: string;
  readonly controlColumn?: string;
  readonly rulesColumn?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** Notes that are shown; more are counted. */
const maxNotes = 30;

/** Makes a matrix of a table that a spreadsheet exported; prints it, or writes it where a file is named. */
export async function importCommand(file: string, flags: ImportFlags, terminal: Terminal): Promise<ExitCode> {
  const root = terminal.cwd();
  const table = readTable(file, bytesOf(root, file));
  if (flags.output !== undefined && !flags.force && existsSync(path.resolve(root, flags.output)))
    throw new UsageError(`${flags.output} is there already: --force overwrites it.`);
  const { model } = await inspectFor([], { ...flags, root }, terminal);
  const columns: ColumnNames = {
    framework: flags.frameworkColumn,
    control: flags.controlColumn,
    rules: flags.rulesColumn,
  };
  const shipped = await Promise.all(frameworkIds.map((id) => loadFramework(id)));
  const own = model.compliance.frameworks.map(({ framework }) => framework);
  const proposal = proposeMatrix(table, {
    frameworks: oncePerId([...own, ...shipped.filter((one) => one !== undefined)]),
    rules: new Set(model.rulesets.flatMap(({ rules }) => [...rules.keys()])),
    framework: flags.framework,
    columns,
    schema: schemaUrl("matrix"),
  });
  const delimiter = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" }[table.delimiter];
  const lines = [
    `${table.rows.length} rows with ${delimiter ?? "one column"} in ${table.encoding}: ${proposal.columns}.`,
    `${proposal.controls} controls of ${new Intl.ListFormat("en-GB").format(proposal.frameworks)} with ${proposal.rules} rules.`,
    ...proposal.notes.slice(0, maxNotes),
    ...(proposal.notes.length > maxNotes ? [`And ${proposal.notes.length - maxNotes} more notes.`] : []),
    flags.output === undefined
      ? "Nothing is written: --output matrix.yaml writes it, and falcoverage check then says what it covers."
      : `Wrote ${flags.output}. Next: falcoverage check`,
  ];
  if (flags.output === undefined) terminal.stdout.write(proposal.text);
  else writeOutput(flags.output, proposal.text, terminal);
  terminal.stderr.write(`${lines.map(visible).join("\n")}\n`);
  return 0;
}

/** A framework of the repository stands before one of the same id that comes with the program. */
function oncePerId(frameworks: readonly Framework[]): Framework[] {
  return [...new Map(frameworks.toReversed().map((one) => [one.id, one])).values()].toReversed();
}

/** @throws UsageError where the file cannot be read */
function bytesOf(root: string, file: string): Uint8Array {
  try {
    return readFileSync(path.resolve(root, file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw missingFile(root, file);
    throw new UsageError(
      code === "EISDIR"
        ? `${file} is a folder: name the table in it.`
        : `Cannot read ${file}: ${code ?? String(error)}`,
    );
  }
}
