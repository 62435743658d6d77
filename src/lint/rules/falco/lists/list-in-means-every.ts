/**
 * A field that is a list is compared by `in`, and the rule wants that to be true.
 *
 * ## Why
 *
 * On a list field `in` holds if every element is in the parentheses. A pod with a bad image and a good one is
 * then not seen. Behind `not` the same check is right: some element is none of the allowed ones.
 *
 * ## Instead
 *
 * Use `intersects`, which is true if one element is in the list.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Negations on the way are counted, also through macros
 * and exceptions. An empty `fd.types` is in every list.
 */

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/list-in-means-every",
    severity: "warning",
    confidence: "medium",
    summary: "`in` on a list field asks whether every element is in the list",
    fixable: true,
  },
  (written) => {
    const { check, compiled, use } = written;
    if (check.kind !== "comparison" || check.operator !== "in" || !compiled.left.list) return undefined;
    // Behind a `not` it says that some element is none of these, which is what people mean there.
    if (check.right.kind === "transformation" || !use.wanted || use.unwanted) return undefined;
    const at = written.in.location(check.operatorSpan);
    const name = written.field?.key ?? "this";
    return {
      span: check.operatorSpan,
      message: `\`${name}\` is a list, and \`in\` is true only if every element of it is one of these.`,
      help: "If one element is enough, write `intersects`.",
      ...(at === undefined || written.written === undefined
        ? {}
        : { fix: { description: "Write `intersects`", safe: false, edits: [{ at, text: "intersects" }] } }),
    };
  },
);
