/**
 * A list field inside of a transformer is never `in` and never `intersects` anything.
 *
 * ## Why
 *
 * The transformer is applied to each element, which gains a trailing NUL by that. The NUL counts when the
 * engine looks the element up, so that nothing is ever equal.
 *
 * ## Instead
 *
 * Write the values in each form that occurs, without the transformer: `intersects (nginx, Nginx)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `join` takes the NUL away:
 * `join(",", tolower(F)) contains nginx` searches in all elements at once.
 */

import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/transformed-list-never-matches",
    severity: "error",
    confidence: "high",
    summary: "A list field in a transformer is never `in` and never `intersects` anything",
    fixable: false,
  },
  ({ check, compiled }) => {
    if (check.kind !== "comparison" || check.left.kind !== "transformation") return undefined;
    const { transformer } = check.left;
    if (!compiled.left.list || transformer === "getopt" || transformer === "len") return undefined;
    if (check.operator !== "in" && check.operator !== "intersects") return undefined;
    return {
      message: `\`${transformer}(...) ${check.operator} (...)\` on a list is never true: each element has gained a trailing NUL.`,
      help: `Write the values as the field has them, without \`${transformer}\`, or search in all of them at once: \`join(",", ${transformer}(...)) contains ...\`.`,
    };
  },
);
