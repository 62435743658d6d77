import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { knownVersion, type LoadOptions } from "../falco/index.ts";
import { type Project, readProject, type Source, Text, UsageError } from "../project/index.ts";
import type { Terminal } from "./terminal.ts";

export interface FalcoFlags {
  readonly falcoVersion?: string;
  /** Names with commas. */
  readonly plugins?: string;
  readonly color?: boolean;
}

/**
 * The rules files that a command line names, in its order; of a manifest or of Helm values, those embedded in it.
 *
 * @throws UsageError when one cannot be read
 */
export function readRulesFiles(
  files: readonly string[],
  terminal: Terminal,
): { project: Project; sources: Source[] } {
  const texts = files.map((file) => new Text(file, readText(path.resolve(terminal.cwd(), file), file)));
  const project = readProject({ texts, skipped: [] });
  const sources = project.sources.flatMap((source, index) => {
    if (source.embedding !== undefined) return source.kind === "falco-rules" ? [source] : [];
    const next = project.sources[index + 1];
    // A file is a rules file because it is named as one, unless it holds others.
    return next?.embedding?.source === source ? [] : [source];
  });
  return { project, sources };
}

function readText(absolute: string, given: string): string {
  try {
    if (statSync(absolute).isDirectory())
      throw new UsageError(`${given} is a folder: name the rules files, in load order.`);
    return readFileSync(absolute, "utf8");
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === "ENOENT" ? `There is no file ${given}.` : `Cannot read ${given}: ${code ?? String(error)}`,
    );
  }
}

/** @throws UsageError for an unknown version of Falco */
export function loadOptions({ falcoVersion, plugins }: FalcoFlags): LoadOptions {
  return {
    ...(falcoVersion === undefined ? {} : { falcoVersion: knownVersion(falcoVersion) }),
    ...(plugins === undefined ? {} : { plugins: plugins.split(",").map((name) => name.trim()) }),
  };
}
