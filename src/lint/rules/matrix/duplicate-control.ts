/**
 * The matrix has two entries for one control, perhaps under two spellings of its id.
 *
 * ## Why
 *
 * Both count, and anyone who reads one of them misses the other.
 *
 * ## Instead
 *
 * Put the rules of both under one id.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/duplicate-control",
  severity: "warning",
  confidence: "high",
  summary: "The matrix has two entries for one control",
  fixable: false,
  *check({ compliance }) {
    const first = new Map<string, string>();
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup === undefined || !("control" in lookup)) continue;
      const key = `${used.framework.id} ${lookup.control.id}`;
      const { file, start } = entry.text.locate(entry.span);
      const before = first.get(key);
      if (before === undefined) first.set(key, `${file}:${start.line}`);
      else {
        yield {
          at: entry,
          message: `\`${lookup.control.id}\` has an entry already, at ${before}.`,
          help: "Both count; join them, so that the rules of the control are in one place.",
        };
      }
    }
  },
};

export default rule;
