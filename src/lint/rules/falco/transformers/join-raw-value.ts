import { kindOf } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";
import { joinedItems } from "../../../joined-items.ts";

/** Types that `join` prints as numbers. */
const printed: ReadonlySet<string> = new Set(["PID", "INT64", "UINT64"]);

export default checkRule(
  {
    id: "falco/join-raw-value",
    severity: "error",
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
          message: `\`join\` takes the raw bytes of \`${use.key}\` (${use.type}), which is no text.`,
          help: "Compare the field in a check of its own.",
        },
      ];
    }),
);
