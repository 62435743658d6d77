import { type Condition, print, type RuleDefinition } from "../../../falco/index.ts";
import { at, text } from "../../../project/yaml.ts";
import type { Ruleset } from "../../../stack/ruleset.ts";
import { lastPlace } from "../../definitions.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "falco/shadowed-rule",
  severity: "warning",
  summary:
    "An earlier rule matches whatever a rule matches, and with `rule_matching: first` takes all its events",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const all = matchesAll(ruleset);
      const parts = new Parts();
      const counts = new Map<string, number>();
      for (const { resolved } of ruleset.result.rules) {
        if (resolved === undefined) continue;
        for (const part of parts.of(resolved)) counts.set(part, (counts.get(part) ?? 0) + 1);
      }
      /** Earlier rules by source and by the rarest of the parts that they ask for, so that few share a place. */
      const earlier = new Map<string, { rule: RuleDefinition; wanted: ReadonlySet<string> }[]>();
      for (const definition of ruleset.result.rules) {
        const { external, enabled, loaded, resolved, source } = definition;
        if (external || !enabled || !loaded || resolved === undefined) continue;
        const wanted = parts.of(resolved);
        const found = [...wanted]
          .flatMap((part) => earlier.get(`${source} ${part}`) ?? [])
          .find(
            (other) =>
              other.wanted.size <= wanted.size && [...other.wanted].every((part) => wanted.has(part)),
          );
        const same = found?.wanted.size === wanted.size;
        const place = found && lastPlace(ruleset, definition, "condition");
        // With all rules matching, a narrower rule beside a wider one is a common thing to want.
        if (found !== undefined && place !== undefined && (same || !all)) {
          yield {
            at: place,
            severity: all ? "notice" : "warning",
            message: messageOf(definition.name, found.rule.name, same, all),
            help: all
              ? "Join them, or tell them apart by their conditions."
              : "Falco stops at the first rule that matches an event (`rule_matching: first`). Put the narrower rule first, tell the two apart, or set `rule_matching: all`.",
          };
        }
        const rarest = [...wanted].reduce((a, b) => (counts.get(b)! < counts.get(a)! ? b : a));
        const key = `${source} ${rarest}`;
        const others = earlier.get(key) ?? [];
        others.push({ rule: definition, wanted });
        earlier.set(key, others);
      }
    }
  },
};

function messageOf(name: string, other: string, same: boolean, all: boolean): string {
  if (all) return `"${name}" has the condition of "${other}", so each event gives two alerts.`;
  const why = same
    ? "has the same condition and comes first"
    : "comes first and matches all that this one does";
  return `"${name}" never alerts, as "${other}" ${why}.`;
}

/** Whether falco.yaml says that all rules see an event. */
function matchesAll({ stack }: Ruleset): boolean {
  if (stack === undefined || stack.config.state === "unknown") return false;
  return text(at(stack.config.value.root, "rule_matching"))?.toLowerCase() === "all";
}

/** What conditions ask for, as texts that are equal for equal parts, whatever macros they are written with. */
class Parts {
  readonly #keys = new WeakMap<Condition, string>();
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
