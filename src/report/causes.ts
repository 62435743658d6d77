import type { Finding, Severity } from "../lint/index.ts";

/** Findings that one change of the files is likely to remove. */
export interface Cause {
  readonly first: Finding;
  /** The other findings with the very same message. */
  readonly same: readonly Finding[];
  /** Findings whose message differs in what it quotes alone, such as another rule's name. */
  readonly alike: readonly Finding[];
}

/**
 * Findings by cause, errors first, then in the order given, which is by file.
 *
 * @param alike whether findings count as one cause that differ in what their message quotes
 */
export function causesOf(findings: readonly Finding[], alike: boolean): Cause[] {
  const causes = new Map<string, { first: Finding; same: Finding[]; alike: Finding[] }>();
  for (const finding of bySeverity(findings)) {
    const message = alike ? withoutQuoted(finding.message) : finding.message;
    const key = JSON.stringify([finding.rule, finding.severity, message]);
    const cause = causes.get(key);
    if (cause === undefined) causes.set(key, { first: finding, same: [], alike: [] });
    else if (cause.first.message === finding.message) cause.same.push(finding);
    else cause.alike.push(finding);
  }
  return [...causes.values()];
}

/** How many findings there are of each lint rule, errors first, the most frequent first. */
export function countByRule(
  findings: readonly Finding[],
): { readonly severity: Severity; readonly rule: string; readonly number: number }[] {
  const counts = new Map<string, { severity: Severity; rule: string; number: number }>();
  for (const { severity, rule } of findings) {
    const key = `${severity} ${rule}`;
    const entry = counts.get(key) ?? { severity, rule, number: 0 };
    entry.number++;
    counts.set(key, entry);
  }
  return [...counts.values()].sort((a, b) => rank(a) - rank(b) || b.number - a.number);
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

// Not from the lint rules, which no report needs to load.
const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function rank({ severity }: Pick<Finding, "severity">): number {
  return ranks[severity];
}

function withoutQuoted(message: string): string {
  return message.replaceAll(/`[^`]*`|"[^"]*"/gu, '""');
}
