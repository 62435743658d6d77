import { print, type RuleDefinition } from "../falco/index.ts";
import type { Source } from "../project/index.ts";
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
}

export interface ReportedException {
  readonly name: string;
  /** How many sets of values it has. */
  readonly values: number;
}

/** The rules of all rulesets; what several rulesets load from one place alike is there once. */
export function reportedRules(rulesets: readonly Ruleset[]): ReportedRule[] {
  const rules = new Map<string, ReportedRule>();
  for (const { sources, result } of rulesets) {
    for (const rule of result.rules) {
      if (rule.external) continue;
      const reported = reportedRule(rule, sources);
      rules.set(JSON.stringify(reported), reported);
    }
  }
  return [...rules.values()];
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
