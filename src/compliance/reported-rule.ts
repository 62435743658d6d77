import { print, type RuleDefinition } from "../falco/index.ts";
import type { Source } from "../project/index.ts";
import type { Proof } from "../proof/index.ts";
import type { Runbook } from "../runbook/index.ts";
import type { Ruleset } from "../stack/index.ts";

/** A Falco rule as one ruleset loads it: what two reports compare. */
export interface ReportedRule {
  readonly name: string;
  /** Event source. */
  readonly source: string;
  /** As Falco writes it. */
  readonly priority: string;
  /** After overrides, before the selection of falco.yaml. */
  readonly enabled: boolean;
  /** As Falco compiles it, with macros, lists and exceptions in their places; null where it does not compile. */
  readonly condition: string | null;
  readonly exceptions: readonly ReportedException[];
  readonly tags: readonly string[];
  /** Where the rule is defined, from the workspace root; null for a rule that the repository does not hold. */
  readonly file: string | null;
  readonly line: number | null;
  /** The items that append to it or override it, in load order. */
  readonly changedAt: readonly { readonly file: string; readonly line: number }[];
  /** What its rule tests say; absent where it has none. */
  readonly tests?: ReportedTests;
  /** The runbooks that name it; absent where none does. */
  readonly runbooks?: readonly string[];
}

export interface ReportedTests {
  readonly passed: boolean;
  /** Cases that were expected to fire, and did. */
  readonly fires: number;
  /** Near misses that were expected not to fire, and did not. */
  readonly silent: number;
  /** What is missing, as a sentence; null where they pass. */
  readonly reason: string | null;
  readonly file: string;
  readonly line: number;
}

export interface ReportedException {
  readonly name: string;
  /** How many sets of values it has. */
  readonly values: number;
}

/**
 * The rules of all rulesets; what several rulesets load from one place alike is there once.
 *
 * @param proofs what the rule tests say, by the rule's name
 */
export function reportedRules(
  rulesets: readonly Ruleset[],
  proofs: ReadonlyMap<string, Proof>,
  runbooks: readonly Runbook[],
): ReportedRule[] {
  const pages = new Map<string, string[]>();
  for (const { source, front } of runbooks)
    for (const { name } of front?.rules ?? []) pages.set(name, [...(pages.get(name) ?? []), source.file]);
  const rules = new Map<string, ReportedRule>();
  for (const { sources, result } of rulesets) {
    for (const rule of result.rules) {
      if (rule.external) continue;
      const proof = proofs.get(rule.name);
      const named = pages.get(rule.name);
      const reported = {
        ...reportedRule(rule, sources),
        ...(proof && { tests: reportedTests(proof) }),
        ...(named && { runbooks: named }),
      };
      rules.set(JSON.stringify(reported), reported);
    }
  }
  return [...rules.values()];
}

function reportedTests({ passed, fires, silent, reason, location }: Proof): ReportedTests {
  const { file, start } = location.text.locate(location.span);
  return { passed, fires, silent, reason: reason ?? null, file, line: start.line };
}

function reportedRule(rule: RuleDefinition, sources: readonly Source[]): ReportedRule {
  const locate = ({ fileIndex, span }: Pick<RuleDefinition, "fileIndex" | "span">) =>
    sources[fileIndex]?.text.locate(span);
  const location = locate(rule);
  return {
    name: rule.name,
    source: rule.source,
    priority: rule.priority,
    enabled: rule.enabled,
    condition: rule.resolved === undefined ? null : print(rule.resolved),
    exceptions: rule.exceptions.map(({ name, info }) => ({ name, values: info.values.length })),
    tags: rule.tags.map(({ text }) => text),
    file: location?.file ?? null,
    line: location?.start.line ?? null,
    changedAt: rule.parts.flatMap((part) => {
      const at = part.action === "define" ? undefined : locate(part);
      return at === undefined ? [] : [{ file: at.file, line: at.start.line }];
    }),
  };
}
