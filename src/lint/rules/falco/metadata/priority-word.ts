/**
 * An output begins with a priority, or a file writes its priorities in two ways.
 *
 * ## Why
 *
 * Falco puts the priority in front of each alert. A word of its own in the output says it twice, and goes
 * stale when the priority changes: then routes go by one and people by the other. Falco's style guide has an
 * output begin with what happened. It also writes priorities in capitals; where a file has both, searches for
 * one form miss the other.
 *
 * ## Instead
 *
 * Begin the output with what happened, and write all priorities in capitals.
 */

import { type Priority, parsePriority } from "../../../../falco/index.ts";
import { keyLocation, lastLocation } from "../../../definitions.ts";
import type { LintRule } from "../../../rule.ts";

/** A word at the start of an output that says how bad it is: `CRITICAL:`, `[Warning]`, `Notice -`. */
const word = /^\*?\s*(?:\[\s*([A-Za-z]+)\s*\]|\(\s*([A-Za-z]+)\s*\)|([A-Za-z]+)\s*(?::|\s-+\s|\|))/;

const rule: LintRule = {
  id: "falco/priority-word",
  severity: "warning",
  confidence: "medium",
  summary: "An output begins with a priority, another than the rule's or once more the same",
  fixable: true,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const capitals = new Map<number, boolean>();
      for (const definition of ruleset.result.rules) {
        const { external, name, output, priority, parts } = definition;
        if (external) continue;
        const match = word.exec(output.text.slice(0, 100));
        const said = match?.[1] ?? match?.[2] ?? match?.[3];
        const meant = said === undefined ? undefined : priorityOf(said);
        const at = meant === undefined ? undefined : lastLocation(ruleset, definition, "output");
        if (said !== undefined && at !== undefined) {
          const differs = meant !== priority;
          yield {
            at,
            severity: differs ? "warning" : "notice",
            message: differs
              ? `The output of "${name}" begins with \`${said}\`, and its priority is ${priority}.`
              : `The output of "${name}" says its priority once more.`,
            help: differs
              ? "Routes go by the priority, people by the words: make them agree, by taking the word out."
              : "Falco puts the priority in front of each alert. An output begins with what happened.",
          };
        }
        for (const part of parts) {
          const location = part.keys.has("priority") ? keyLocation(ruleset, part, "priority") : undefined;
          if (location === undefined) continue;
          const written = location.text.content.slice(location.span.start, location.span.end);
          if (!/^[A-Za-z]+$/.test(written) || parsePriority(written) === undefined) continue;
          const isCapital = written === written.toUpperCase();
          const before = capitals.get(part.fileIndex);
          if (before === undefined) capitals.set(part.fileIndex, isCapital);
          if (isCapital || before !== true) continue;
          yield {
            at: location,
            severity: "notice",
            confidence: "low",
            message: `The priority is \`${written}\` here and in capitals elsewhere in the file.`,
            help: "Falco takes both. Its own rules write capitals, and searches for `priority: WARNING` find all of them.",
            fix: {
              description: `Write \`${written.toUpperCase()}\``,
              safe: true,
              edits: [{ at: location, text: written.toUpperCase() }],
            },
          };
        }
      }
    }
  },
};

/** "Alert" is what an output is, more often than its priority. */
function priorityOf(text: string): Priority | undefined {
  const priority = parsePriority(text);
  return priority === "Alert" ? undefined : priority;
}

export default rule;
