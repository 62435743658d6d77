import isBaseline from "../../schemas/baseline.schema.json?validator";
import { type Revision, UsageError } from "../project/index.ts";
import type { Finding } from "./finding.ts";

/** Findings that a repository had when it adopted the check, as `schemas/baseline.schema.json` describes them. */
export interface Baseline {
  readonly version: 1;
  readonly findings: readonly Pick<Finding, "fingerprint" | "rule" | "file">[];
}

export const noBaseline: Baseline = { version: 1, findings: [] };

/** The largest baseline that is read, in bytes. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Reads a baseline file.
 *
 * @throws UsageError when it is outside the workspace, cannot be read or is not a baseline
 */
export function readBaseline(revision: Revision, file: string): Baseline {
  const read = revision.read(file, maxBytes);
  if (read.kind === "missing")
    throw new UsageError(
      `Cannot read the baseline ${file}: make it with \`falcoverage check --update-baseline\`.`,
    );
  if (read.kind === "refused")
    throw new UsageError(`Cannot read the baseline ${file}: it is ${read.reason}.`);
  const data = parse(read.content);
  if (isBaseline(data)) return data as Baseline;
  throw new UsageError(`${file} is not a baseline: make it with \`falcoverage check --update-baseline\`.`);
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** The text of a baseline with these findings: one line each, so that its own changes can be read. */
export function baselineText(findings: readonly Finding[]): string {
  const lines = findings.map(({ rule, file, fingerprint }) => JSON.stringify({ rule, file, fingerprint }));
  return `{"version": 1, "findings": [\n${lines.join(",\n")}\n]}\n`;
}

/** Parts findings into those that the baseline does not have and those that it does; `gone` counts its others. */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
): { readonly kept: readonly Finding[]; readonly known: readonly Finding[]; readonly gone: number } {
  const old = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const known = findings.filter(({ fingerprint }) => old.has(fingerprint));
  const kept = findings.filter(({ fingerprint }) => !old.has(fingerprint));
  return { kept, known, gone: old.size - known.length };
}
