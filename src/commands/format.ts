import { difference, writeFiles } from "../fix/index.ts";
import { formatConditions } from "../format/index.ts";
import { discover, type Project, readProject, type TextEdit } from "../project/index.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

interface FormatFlags {
  /** Only say which files would change. */
  readonly check?: boolean;
  /** Only print how. */
  readonly diff?: boolean;
}

/** Lays out the conditions of the rules files below the paths, also of those embedded in other files. */
export async function formatCommand(
  paths: readonly string[],
  { check = false, diff = false }: FormatFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = terminal.cwd();
  const project = readProject(discover({ root, paths }));
  const files = project.sources.filter(({ embedding }) => embedding === undefined);
  const before = new Map(files.map(({ file, text }) => [file, text.content]));
  const after = formattedFiles(project);
  if (diff) terminal.stdout.write(difference(before, after));
  else if (check) for (const file of after.keys()) terminal.stdout.write(`${file}\n`);
  else writeFiles(root, before, after);
  if (!project.sources.some(({ kind }) => kind === "falco-rules")) {
    terminal.stderr.write("There are no Falco rules here.\n");
    return 0;
  }
  const count = `${after.size} file${after.size === 1 ? "" : "s"}`;
  const tail = check || diff ? `${count} would change.` : `${count} changed.`;
  terminal.stderr.write(after.size === 0 ? "All conditions are laid out.\n" : `${tail}\n`);
  return (check || diff) && after.size > 0 ? 1 : 0;
}

function formattedFiles({ sources }: Project): Map<string, string> {
  const edits = new Map<string, TextEdit[]>();
  for (const edit of sources.flatMap(formatConditions))
    edits.set(edit.text.file, [...(edits.get(edit.text.file) ?? []), edit]);
  return new Map(
    [...edits].map(([file, ofFile]) => {
      const { content } = ofFile[0]!.text;
      const sorted = ofFile.sort((a, b) => b.span.start - a.span.start);
      const text = sorted.reduce(
        (now, { span, replacement }) => now.slice(0, span.start) + replacement + now.slice(span.end),
        content,
      );
      return [file, text];
    }),
  );
}
