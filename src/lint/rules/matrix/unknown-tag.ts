/**
 * A rule's compliance tag names a control that the framework does not have.
 *
 * ## Why
 *
 * A tag that names no control counts for nothing. Ids of older editions and headings are such tags, too.
 *
 * ## Instead
 *
 * Correct the tag: `SOC2_CC6.8`.
 *
 * ## Notes
 *
 * The fix writes the nearest id, or the primary successor of an older one. It asks to be looked at first, as alerts carry
 * the tag, and something may select them by it.
 */

import type { Location } from "../../../project/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/unknown-tag",
  severity: "warning",
  confidence: "high",
  summary: "A rule's compliance tag names a control that the framework does not have",
  fixable: true,
  *check({ compliance }) {
    for (const { tag, rule: name, at, used, lookup } of compliance.tags) {
      if (used === undefined || lookup === undefined) continue;
      const { framework } = used;
      if (lookup.kind === "unknown") {
        const near = lookup.suggestion;
        yield {
          at,
          message: `The tag of "${name}" names \`${tag.controlId}\`, which ${framework.name} ${framework.version} does not have.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
          help: "A tag that names no control counts for nothing.",
          ...writeId(near, tag.controlId, at),
        };
      } else if (lookup.kind === "retired") {
        const { successors, was } = lookup.previous;
        yield {
          at,
          message: `The tag of "${name}" names \`${tag.controlId}\`${was === undefined ? "" : ` (${was})`} of ${framework.name} ${framework.previousVersion ?? "before"}. ${successors.length > 0 ? `Today it is ${successors.join(", ")}.` : "It has no successor."}`,
          help: "A tag with an id of an older edition counts for nothing.",
          ...writeId(successors[0], tag.controlId, at),
        };
      } else if (lookup.kind === "group") {
        yield {
          at,
          severity: "notice",
          message: `The tag of "${name}" names \`${tag.controlId}\`, which is a heading of ${framework.name} (${lookup.control.title}), not a control.`,
          help: "Name the control itself; a heading is never counted.",
        };
      }
    }
  },
};

export default rule;

/** Writes another id at the end of a tag. */
function writeId(id: string | undefined, written: string, { text, span }: Location): Pick<Problem, "fix"> {
  // An id with spaces or brackets may need quotes, and looks like no tag.
  if (id === undefined || !/^[\w.:-]+$/.test(id)) return {};
  const from = text.content.slice(span.start, span.end).lastIndexOf(written);
  if (from === -1) return {};
  const start = span.start + from;
  const at = { text, span: { start, end: start + written.length } };
  return { fix: { description: `Use ${id}`, safe: false, edits: [{ at, text: id }] } };
}
