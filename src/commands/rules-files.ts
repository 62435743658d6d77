import { statSync } from "node:fs";
import path from "node:path";
import { knownVersion, type LoadOptions } from "../falco/index.ts";
import {
  missingFile,
  type Project,
  readNamed,
  readProject,
  type Source,
  Text,
  UsageError,
} from "../project/index.ts";
import type { Terminal } from "./terminal.ts";

export interface FalcoFlags {
  readonly falcoVersion?: string;
  /** Names with commas. */
  readonly plugins?: string;
  readonly color?: boolean;
}

/** The largest file that is read, in bytes. */
const maxBytes = 64 * 1024 * 1024;

/**
 * The rules files that a command line names, in its order; of a manifest or of Helm values, those embedded in it.
 *
 * @throws UsageError when one cannot be read
 */
export function readRulesFiles(
  files: readonly string[],
  terminal: Terminal,
): { project: Project; sources: Source[] } {
  const texts = files.map((file) => new Text(file, readText(terminal.cwd(), file)));
  const project = readProject({ texts, skipped: [] });
  const sources = project.sources.flatMap((source, index) => {
    if (source.embedding !== undefined) return source.kind === "falco-rules" ? [source] : [];
    const next = project.sources[index + 1];
    // A file is a rules file because it is named as one, unless it holds others.
    return next?.embedding?.source === source ? [] : [source];
  });
  return { project, sources };
}

function readText(root: string, given: string): string {
  const absolute = path.resolve(root, given);
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new UsageError(`${given} is a folder: name the rules files, in load order.`);
  const read = readNamed(absolute, maxBytes);
  if (read.kind === "text") return read.content;
  if (read.kind === "missing") throw missingFile(root, given);
  throw new UsageError(`Cannot read ${given}: it is ${read.reason}.`);
}

/** @throws UsageError for an unknown version of Falco */
export function loadOptions({ falcoVersion, plugins }: FalcoFlags): LoadOptions {
  return {
    ...(falcoVersion === undefined ? {} : { falcoVersion: knownVersion(falcoVersion) }),
    ...(plugins === undefined ? {} : { plugins: plugins.split(",").map((name) => name.trim()) }),
  };
}
