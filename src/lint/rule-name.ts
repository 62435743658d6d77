import { type Location, nearest } from "../project/index.ts";
import type { Problem } from "./rule.ts";

/** The problem with a name that no rule has, with a fix where one was likely meant. */
export function unknownRuleProblem(
  at: Location,
  name: string,
  names: ReadonlySet<string>,
  help: string,
): Problem {
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
