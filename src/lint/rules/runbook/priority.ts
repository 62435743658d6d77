/**
 * The priority of a runbook is not the highest of its rules' priorities.
 *
 * ## Why
 *
 * People sort runbooks and answer alerts by it. When a rule is raised or lowered and the page is not, they
 * wait too long or get up for nothing.
 *
 * ## Instead
 *
 * Write the highest priority of the page's rules.
 */

import { type Priority, parsePriority, priorities } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "runbook/priority",
  severity: "warning",
  confidence: "high",
  summary: "The priority of a runbook is not the highest of its rules' priorities",
  fixable: true,
  *check({ runbooks, rulesets }) {
    const byName = new Map<string, Priority>();
    for (const { result } of rulesets)
      for (const { name, priority } of result.rules) {
        const parsed = parsePriority(priority);
        if (parsed !== undefined) byName.set(name, parsed);
      }
    for (const { front } of runbooks) {
      if (front?.priority === undefined) continue;
      const { word, ...at } = front.priority;
      const stated = parsePriority(word);
      const known = front.rules.flatMap(({ name }) => {
        const priority = byName.get(name);
        return priority === undefined ? [] : [{ name, priority }];
      });
      const [highest] = known.sort((a, b) => priorities.indexOf(b.priority) - priorities.indexOf(a.priority));
      if (stated === undefined) {
        yield {
          at,
          message: `\`${word}\` is not a priority of Falco.`,
          help: `One of ${[...priorities].reverse().join(", ")}.`,
        };
      } else if (highest !== undefined && highest.priority !== stated) {
        const write = highest.priority.toUpperCase();
        yield {
          at,
          message: `The runbook says ${stated}, and "${highest.name}" alerts as ${highest.priority}.`,
          help: "A runbook is as urgent as the most urgent of its rules: people sort by it.",
          fix: { description: `Write ${write}`, safe: true, edits: [{ at, text: write }] },
        };
      }
    }
  },
};

export default rule;
