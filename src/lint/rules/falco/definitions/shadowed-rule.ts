/**
 * An earlier rule matches whatever a rule matches.
 *
 * ## Why
 *
 * With `rule_matching: first`, which is what Falco does when falco.yaml says nothing, an event raises one
 * alert: that of the first rule that matches. A rule behind one that asks for the same, or for less, never
 * alerts. With `rule_matching: all`, two rules with the same condition raise two alerts for each event, which
 * is a notice.
 *
 * ## Instead
 *
 * Put the narrower rule first.
 *
 * ## Notes
 *
 * Macros and lists are compared by what they stand for, and exceptions count. Conditions that say the same in
 * other words are not found: what is reported is sure.
 */

import { type Condition, print, type RuleDefinition } from "../../../../falco/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import type { LintRule } from "../../../rule.ts";
import { lastLocation, runs } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/shadowed-rule",
  severity: "warning",
  confidence: "high",
  summary:
    "An earlier rule matches whatever a rule matches, and with `rule_matching: first` takes all its events",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const all = matchesAll(ruleset);
      for (const { rule: definition, other, same } of shadowed(ruleset)) {
        const location = lastLocation(ruleset, definition, "condition");
        // With all rules matching, a narrower rule next to a wider one is a common thing to want.
        if (location === undefined || (all && !same)) continue;
        // Files that no deployment loads together may stand for each other.
        if (ruleset.stack === undefined && location.text.file !== fileOf(ruleset, other)) continue;
        yield {
          at: location,
          severity: all ? "notice" : "warning",
          message: messageOf(definition.name, other.name, same, all),
          help: all
            ? "Join them, or tell them apart by their conditions."
            : "Falco stops at the first rule that matches an event (`rule_matching: first`). Put the narrower rule first, tell the two apart, or set `rule_matching: all`.",
        };
      }
    }
  },
};

function fileOf(ruleset: Ruleset, rule: RuleDefinition): string | undefined {
  return lastLocation(ruleset, rule, "condition")?.text.file;
}

interface Shadowed {
  readonly rule: RuleDefinition;
  readonly other: RuleDefinition;
  /** Whether both ask for the same. */
  readonly same: boolean;
}

/** The rules that run and match nothing that an earlier one of their source does not match. */
function* shadowed(ruleset: Ruleset): Iterable<Shadowed> {
  const candidates = candidatesOf(ruleset);
  const uses = new Map<string, number>();
  for (const { wanted } of candidates) for (const part of wanted) uses.set(part, (uses.get(part) ?? 0) + 1);
  const rarest = (wanted: ReadonlySet<string>): string | undefined =>
    [...wanted].sort((a, b) => uses.get(a)! - uses.get(b)!)[0];
  /** Earlier rules by source and by the part of their conditions that the fewest ask for. */
  const earlier = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { rule: definition, wanted } = candidate;
    const found = first(wanted, (part) =>
      earlier.get(`${definition.source} ${part}`)?.find((other) => isIn(other.wanted, wanted)),
    );
    if (found !== undefined) {
      yield { rule: definition, other: found.rule, same: found.wanted.size === wanted.size };
      continue;
    }
    const key = `${definition.source} ${rarest(wanted)}`;
    earlier.set(key, [...(earlier.get(key) ?? []), candidate]);
  }
}

function candidatesOf(ruleset: Ruleset): Candidate[] {
  const parts = new Parts();
  return ruleset.result.rules.flatMap((definition) => {
    const { resolved } = definition;
    if (resolved === undefined || !runs(ruleset, definition)) return [];
    return [{ rule: definition, wanted: parts.of(resolved) }];
  });
}

/** A rule that runs, and what all must hold for it to match. */
interface Candidate {
  readonly rule: RuleDefinition;
  readonly wanted: ReadonlySet<string>;
}

function first<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isIn(some: ReadonlySet<string>, more: ReadonlySet<string>): boolean {
  if (some.size > more.size) return false;
  for (const part of some) if (!more.has(part)) return false;
  return true;
}

function messageOf(name: string, other: string, same: boolean, all: boolean): string {
  if (all) return `"${name}" has the condition of "${other}", so each event gives two alerts.`;
  const why = same
    ? "has the same condition and comes first"
    : "comes first and matches everything that this one does";
  return `"${name}" never alerts, as "${other}" ${why}.`;
}

/** Whether falco.yaml says that all rules see an event. */
function matchesAll({ stack }: Ruleset): boolean {
  if (stack === undefined || stack.config.state === "unknown") return false;
  return stack.config.value.settings.ruleMatching?.value.toLowerCase() === "all";
}

/** What conditions ask for, as texts that are equal for equal parts, whatever macros they are written with. */
class Parts {
  readonly #keys = new Map<Condition, string>();
  readonly #ids = new Map<string, number>();

  /** Of which all must hold. */
  of(condition: Condition): ReadonlySet<string> {
    const parts = new Set<string>();
    const visit = (node: Condition): void => {
      if (node.kind === "and") for (const child of node.children) visit(child);
      else if (node.kind === "macro" && node.condition !== undefined) visit(node.condition);
      else parts.add(this.#key(node));
    };
    visit(condition);
    return parts;
  }

  #key(node: Condition): string {
    let key = this.#keys.get(node);
    if (key === undefined) {
      // A number in place of the text keeps keys short, however deep macros go.
      const text = this.#text(node);
      const id = this.#ids.get(text) ?? this.#ids.size;
      this.#ids.set(text, id);
      key = String(id);
      this.#keys.set(node, key);
    }
    return key;
  }

  #text(node: Condition): string {
    switch (node.kind) {
      case "and":
      case "or":
        return `${node.kind} ${[...new Set(node.children.map((child) => this.#key(child)))].sort().join(" ")}`;
      case "not":
        return `not ${this.#key(node.child)}`;
      case "macro":
        return node.condition === undefined ? `macro ${node.name}` : this.#text(node.condition);
      default:
        return print(node);
    }
  }
}

export default rule;
