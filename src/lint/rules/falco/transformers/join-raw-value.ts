/**
 * `join` has a field in its list that is neither text nor a number of 64 bits: a port, an address, a boolean.
 *
 * ## Why
 *
 * Numbers of 64 bits are printed. Of all others `join` takes the bytes as they lie in memory, up to the first
 * that is zero, which is not a text that anybody would compare with.
 *
 * ## Instead
 *
 * Compare each field by itself: `proc.name = nc and fd.sport = 443`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `join` was added in Falco 0.44.
 */

import { kindOf } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";
import { joinedItems } from "../../../joined-items.ts";

/** Types that `join` prints as numbers. */
const printed: ReadonlySet<string> = new Set(["PID", "INT64", "UINT64"]);

export default checkRule(
  {
    id: "falco/join-raw-value",
    severity: "error",
    confidence: "high",
    summary: "`join` takes the bytes of a value that is neither text nor a number of 64 bits",
    fixable: false,
  },
  ({ check, in: { vocabulary } }) =>
    joinedItems(check).flatMap((item) => {
      if (item.kind !== "field") return [];
      const use = vocabulary.resolve(item);
      if ("problem" in use || printed.has(use.type) || kindOf(use.type).kind === "text") return [];
      return [
        {
          span: item.span,
          message: `\`join\` takes the raw bytes of \`${use.key}\` (${use.type}), which is not text.`,
          help: "Compare the field in a check of its own.",
        },
      ];
    }),
);
