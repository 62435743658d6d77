/**
 * `a in tolower(b)` is false for every event.
 *
 * ## Why
 *
 * What a transformer makes ends in a NUL. `=` stops there; `in` counts it, and finds no value equal to it.
 *
 * ## Instead
 *
 * Use `=`: `proc.name = tolower(proc.pname)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `in val(...)` works.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";

const single: ReadonlySet<string> = new Set(["tolower", "toupper", "b64", "basename"]);

export default checkRule(
  {
    id: "falco/in-transformed-never-matches",
    severity: "error",
    confidence: "high",
    summary: "`in` with a transformer on the right is never true",
    fixable: true,
  },
  (written) => {
    const { check, compiled } = written;
    if (check.kind !== "comparison" || check.right.kind !== "transformation") return undefined;
    const { operator, right } = check;
    if (!single.has(right.transformer) || (operator !== "in" && operator !== "intersects")) return undefined;
    // A transformed left side ends in the same NUL.
    if (check.left.kind === "transformation" && single.has(check.left.transformer)) return undefined;
    const { list } = compiled.left;
    return {
      span: check.operatorSpan,
      message: `\`${operator} ${right.transformer}(...)\` is never true: what the transformer makes ends in a NUL.`,
      help: list
        ? "Compare the fields without the transformer, with `val(...)`."
        : `For one value write \`= ${right.transformer}(...)\`.`,
      ...(list ? {} : rewrite(written, (parts) => `${parts.left} = ${parts.right}`)),
    };
  },
);
