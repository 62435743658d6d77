/**
 * `concat`, `join` or `getopt` is on the left, and a field or a transformer on the right.
 *
 * ## Why
 *
 * It compiles, and crashes Falco when it is evaluated; with `in` and `intersects` it is always false. On the
 * right-hand side these transformers work.
 *
 * ## Instead
 *
 * Swap the sides: `proc.name = concat(proc.pname, "-child")`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). These transformers were added in Falco 0.44.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";

const symmetric: ReadonlySet<string> = new Set(["=", "==", "!="]);

export default checkRule(
  {
    id: "falco/combined-left-crashes",
    severity: "error",
    confidence: "high",
    summary: "`concat`, `join` or `getopt` on the left of a field crashes Falco",
    fixable: true,
  },
  (written) => {
    const { check, compiled } = written;
    if (check.kind !== "comparison" || check.right.kind !== "transformation" || !compiled.left.combined)
      return undefined;
    const { operator, right, left } = check;
    const name = left.kind === "transformation" ? left.transformer : "";
    const set = operator === "in" || operator === "intersects";
    const plain = right.transformer === "val" ? "the field itself" : `\`${right.transformer}(...)\``;
    return {
      span: left.span,
      message: set
        ? `\`${name}(...) ${operator}\` is never true with a field on the right.`
        : `\`${name}(...) ${operator} ${right.transformer}(...)\` compiles, and crashes Falco when it is evaluated.`,
      help: `On the right it works: begin the check with ${plain} and write \`= ${name}(...)\`.`,
      ...(symmetric.has(operator) && right.transformer === "val" && right.inputs[0] !== undefined
        ? rewrite(
            written,
            (parts) => `${written.in.written(right.inputs[0]!.span)} ${operator} ${parts.left}`,
          )
        : {}),
    };
  },
);
