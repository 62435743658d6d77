import { type Project, toFileEdit } from "../project/index.ts";
import { chartOf, knownValue, type Stack } from "../stack/index.ts";

/** The files of a repository with a newer Falco in them. */
export interface Raised {
  /** The new texts of the files that state the version, by their path from the workspace. */
  readonly files: ReadonlyMap<string, string>;
  /** Names of deployments whose version no file states in a form that can be raised. */
  readonly left: readonly string[];
}

/**
 * Writes another version of Falco where deployments state theirs: the tag of the image, or the version of the chart,
 * which becomes the newest that brings that Falco.
 *
 * @param from only deployments with this version; undefined for all
 */
export function raise(
  project: Project,
  stacks: readonly Stack[],
  { from, to }: { readonly from: string | undefined; readonly to: string },
): Raised {
  const edits = new Map<string, { start: number; end: number; text: string; content: string }[]>();
  const left: string[] = [];
  for (const { falcoVersion, name } of stacks) {
    const version = knownValue(falcoVersion);
    if (version === to || (from !== undefined && version !== undefined && version !== from)) continue;
    const { text, span } = falcoVersion.evidence;
    const written = text.content.slice(span.start, span.end);
    const replacement = version === undefined ? undefined : raised(written, version, to);
    const documents = project.sources.find((source) => source.text === text)?.documents ?? [];
    const edit = replacement === undefined ? undefined : toFileEdit({ text, span, replacement }, documents);
    if (edit === undefined) {
      left.push(name);
      continue;
    }
    const { file, content } = edit.text;
    const others = edits.get(file) ?? [];
    // Several deployments may come from one line.
    if (!others.some(({ start }) => start === edit.span.start))
      edits.set(file, [...others, { ...edit.span, text: edit.replacement, content }]);
  }
  const files = new Map<string, string>();
  for (const [file, changes] of edits) {
    let text = changes[0]!.content;
    for (const change of changes.sort((a, b) => b.start - a.start))
      text = text.slice(0, change.start) + change.text + text.slice(change.end);
    files.set(file, text);
  }
  return { files, left };
}

/** What states a version with another one in it; undefined where it states none. A digest is removed with its version. */
function raised(written: string, version: string, to: string): string | undefined {
  if (written.includes(version)) return written.replace(version, to).replace(/@sha256:[0-9a-f]{64}/, "");
  const chart = chartOf(to);
  const number = /\d+\.\d+\.\d+/.exec(written)?.[0];
  if (chart === undefined || number === undefined) return undefined;
  return written.replace(number, chart);
}
