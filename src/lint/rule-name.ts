import { type Location, nearest } from "../project/index.ts";
import type { Problem } from "./rule.ts";

/** What is said of a name under which there is no rule, with the fix where one was likely meant. */
export function noSuchRule(at: Location, name: string, names: ReadonlySet<string>, help: string): Problem {
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
