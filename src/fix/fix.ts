import type { Finding } from "../lint/index.ts";
import type { Ruleset } from "../stack/index.ts";
import { apart, type Files, type Fixable, withFixes } from "./edits.ts";
import { keepsMeaning } from "./meaning.ts";

/** What a check finds in the files as they are at one point. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly rulesets: readonly Ruleset[];
}

export interface FixOptions {
  /** Also fixes that may change what a file means. */
  readonly unsafe: boolean;
  /** What is found when these files have other texts. */
  readonly read: (changed: Files) => Promise<Reading>;
}

export interface Fixed {
  /** The new texts of the files that changed. */
  readonly files: Files;
  /** The findings whose fixes were applied, in that order. */
  readonly applied: readonly Finding[];
  /** The findings whose fixes were not: the result would not load, or is not proven to mean the same. */
  readonly refused: readonly Finding[];
  /** What is found then. */
  readonly reading: Reading;
}

/** More rounds than this do not come to an end. */
const maxRounds = 20;

/**
 * Applies the fixes of findings in rounds, until there is none left to apply. After each round Falco's verdict is asked
 * for again: a fix after which files load that did not may come next, and one after which files do not load that did,
 * or (unless unsafe ones are wanted) after which a rule is not proven to be the same, is taken back.
 */
export async function applyFixes(files: Files, { unsafe, read }: FixOptions): Promise<Fixed> {
  const changed = new Map<string, string>();
  const applied: Finding[] = [];
  const refused = new Map<string, Finding>();
  let reading = await read(changed);
  for (let round = 0; round < maxRounds; round++) {
    const texts = new Map([...files, ...changed]);
    const candidates = reading.findings.filter(
      (finding): finding is Fixable =>
        finding.fix !== undefined && (unsafe || finding.fix.safe) && !refused.has(finding.fingerprint),
    );
    const accepted: Fixable[] = [];
    let latest = reading;
    // What is refused as a whole is tried in halves, so that one bad fix does not hold up the others.
    const pending = [apart(candidates, texts)];
    for (let batch = pending.pop(); batch !== undefined; batch = pending.pop()) {
      if (batch.length === 0) continue;
      const next = await read(new Map([...changed, ...withFixes([...accepted, ...batch], texts)]));
      if (isBetter(reading, next, unsafe)) {
        accepted.push(...batch);
        latest = next;
      } else if (batch.length === 1) refused.set(batch[0]!.fingerprint, batch[0]!);
      else pending.push(batch.slice(batch.length >> 1), batch.slice(0, batch.length >> 1));
    }
    if (accepted.length === 0) break;
    for (const [file, text] of withFixes(accepted, texts)) changed.set(file, text);
    applied.push(...accepted);
    reading = latest;
  }
  for (const [file, text] of changed) if (files.get(file) === text) changed.delete(file);
  return { files: changed, applied, refused: [...refused.values()], reading };
}

/** Whether no file got worse, and, unless that is allowed, no rule another meaning. */
function isBetter(before: Reading, after: Reading, unsafe: boolean): boolean {
  const refusals = refusalsByFile(before);
  for (const [file, count] of refusalsByFile(after)) if (count > (refusals.get(file) ?? 0)) return false;
  return unsafe ? true : keepsMeaning(before.rulesets, after.rulesets);
}

/** Findings that say that a file cannot be read, or that Falco does not load it, by file. */
function refusalsByFile({ findings }: Reading): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file, rule, falcoCode } of findings) {
    if (falcoCode?.startsWith("LOAD_ERR") || rule.startsWith("yaml/"))
      counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return counts;
}
