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

import { type Priority, parsePriority, type RuleDefinition } from "../../../../falco/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import type { LintRule, Problem } from "../../../rule.ts";
import { keyLocation, lastLocation } from "../../../ruleset-locations.ts";

/** A word at the start of an output that says how bad it is: `CRITICAL:`, `[Warning]`, `Notice -`. */
const word = /^\*?\s*(?:\[\s*([A-Za-z]+)\s*\]|\(\s*([A-Za-z]+)\s*\)|([A-Za-z]+)\s*(?::|\s-+\s|\|))/;

const rule: LintRule = {
  id: "falco/priority-word",
  severity: "warning",
  confidence: "medium",
  summary: "An output begins with a priority, which repeats or contradicts the rule's",
  fixable: true,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      for (const definition of ruleset.result.rules) yield* inOutput(ruleset, definition);
      yield* inLowerCase(ruleset);
    }
  },
};

function* inOutput(ruleset: Ruleset, definition: RuleDefinition): Iterable<Problem> {
  const { external, name, output, priority } = definition;
  const match = external ? null : word.exec(output.text.slice(0, 100));
  const written = match?.[1] ?? match?.[2] ?? match?.[3];
  const meant = written === undefined ? undefined : priorityOf(written);
  const at = meant === undefined ? undefined : lastLocation(ruleset, definition, "output");
  if (at === undefined) return;
  if (meant === priority) {
    yield {
      at,
      severity: "notice",
      message: `The output of "${name}" repeats its priority.`,
      help: "Falco puts the priority in front of each alert. An output begins with what happened.",
    };
  } else {
    yield {
      at,
      message: `The output of "${name}" begins with \`${written}\`, and its priority is ${priority}.`,
      help: "Routes go by the priority, people by the words: make them agree, by removing the word.",
    };
  }
}

/** Priorities that are not in capitals, behind one of the same file that is. */
function* inLowerCase(ruleset: Ruleset): Iterable<Problem> {
  const capitals = new Map<number, boolean>();
  for (const { external, parts } of ruleset.result.rules) {
    for (const part of external ? [] : parts.filter(({ keys }) => keys.has("priority"))) {
      const at = keyLocation(ruleset, part, "priority");
      const written = at?.text.content.slice(at.span.start, at.span.end) ?? "";
      if (at === undefined || !/^[A-Za-z]+$/.test(written) || parsePriority(written) === undefined) continue;
      const capital = written.toUpperCase();
      const before = capitals.get(part.fileIndex);
      if (before === undefined) capitals.set(part.fileIndex, written === capital);
      if (written === capital || before !== true) continue;
      yield {
        at,
        severity: "notice",
        confidence: "low",
        message: `The priority is \`${written}\` here and in capitals elsewhere in the file.`,
        help: "Falco takes both. Its own rules write capitals, and searches for `priority: WARNING` find all of them.",
        fix: { description: `Write \`${capital}\``, safe: true, edits: [{ at, text: capital }] },
      };
    }
  }
}

/** "Alert" is what an output is, more often than its priority. */
function priorityOf(text: string): Priority | undefined {
  const priority = parsePriority(text);
  return priority === "Alert" ? undefined : priority;
}

export default rule;
