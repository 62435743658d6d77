import { nearest } from "../project/nearest.ts";
import type { Place } from "../project/text.ts";
import type { Ruleset } from "../stack/ruleset.ts";
import type { Problem } from "./rule.ts";

/** Names of all Falco rules that the rulesets have, those of files that are not at hand among them. */
export function ruleNames(rulesets: readonly Ruleset[]): Set<string> {
  return new Set(rulesets.flatMap(({ result }) => result.rules.map(({ name }) => name)));
}

/** What is said of a name under which there is no rule, with the fix where one was likely meant. */
export function noSuchRule(at: Place, name: string, names: ReadonlySet<string>, help: string): Problem {
  const near = nearest(name, names);
  const message = `There is no rule "${name}".`;
  if (near === undefined) return { at, message, help };
  return {
    at,
    message: `${message} Did you mean "${near}"?`,
    help,
    fix: {
      description: `Use "${near}"`,
      safe: false,
      edits: [{ at, text: JSON.stringify(near) }],
    },
  };
}
