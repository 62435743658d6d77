import { type CheckOptions, findingsOf, type Inspection, inspect, onDisk } from "../check.ts";
import { type Files, keepsMeaning, withIgnores, writeFiles } from "../fix/index.ts";
import type { Finding } from "../lint/index.ts";
import { UsageError } from "../project/index.ts";
import { count } from "./fix.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/**
 * Writes a comment for each finding that hides it, with the reason given or asked for. A file in which comments would
 * change what is read of it is left as it is.
 *
 * @throws UsageError where there is no reason, and nobody to ask for one
 */
export async function addIgnores(
  paths: readonly string[],
  options: CheckOptions,
  given: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const reason = (given ?? (await ask(terminal))).trim().replace(/\s+/g, " ");
  if (reason === "")
    throw new UsageError("--add-ignores needs a reason, as nobody can assess the finding later without one.");
  const today = await inspect(paths, options);
  const before = new Map(today.discovery.texts.map(({ file, content }) => [file, content]));
  const { findings } = findingsOf(today);
  const { files } = withIgnores(findings, before, reason);
  for (const file of [...files.keys()]) {
    const own = new Map([[file, files.get(file)!]]);
    if (!(await onlyHides(paths, options, today, own))) files.delete(file);
  }
  writeFiles(terminal.cwd(), before, files);
  const left = findings.filter(({ file }) => !files.has(file));
  const note =
    left.length === 0 ? "" : ` ${left.length} left, where no comment is possible: ${places(left)}.`;
  terminal.stderr.write(
    `Hid ${count(findings.length - left.length, "finding")} in ${count(files.size, "file")}.${note}\n`,
  );
  return left.length === 0 ? 0 : 1;
}

async function ask({ stdin, stdout }: Terminal): Promise<string> {
  if (stdin?.isTTY !== true || stdout.isTTY !== true)
    throw new UsageError('Say why the findings are fine: --add-ignores --reason "why"');
  const { isCancel, text } = await import("@clack/prompts");
  const answer = await text({ message: "Why are these findings fine?" });
  if (isCancel(answer)) throw new UsageError("Nothing was changed.");
  return answer ?? "";
}

/** Whether the comments of files hide all of their findings, and change nothing else. */
async function onlyHides(
  paths: readonly string[],
  options: CheckOptions,
  today: Inspection,
  files: Files,
): Promise<boolean> {
  const after = await inspect(paths, options, onDisk({ ...options, overlay: files }, today));
  const isQuiet = findingsOf(after).findings.every(({ file }) => !files.has(file));
  return isQuiet && keepsMeaning(today.model.rulesets, after.model.rulesets);
}

function places(findings: readonly Finding[]): string {
  const shown = findings.slice(0, 3).map(({ file, line }) => `${file}:${line}`);
  return [...shown, ...(findings.length > 3 ? ["..."] : [])].join(", ");
}
