/**
 * A value adds nothing to another one of the same list: `startswith`, `endswith`, `contains` and `pmatch`
 * find the shorter one wherever they find the longer.
 *
 * ## Why
 *
 * Anyone who takes the shorter one out later, or adds to the list, is misled about what it finds.
 *
 * ## Instead
 *
 * Remove the longer value.
 */

import { type CheckProblem, checkRule } from "../../../check-rule.ts";
import { comma, removal } from "../../../removal.ts";

/** Whether a value that has `narrow` has `wide` too, by the operator. */
const covers: Readonly<Record<string, (wide: string, narrow: string) => boolean>> = {
  startswith: (wide, narrow) => narrow.startsWith(wide),
  endswith: (wide, narrow) => narrow.endsWith(wide),
  contains: (wide, narrow) => narrow.includes(wide),
  pmatch: (wide, narrow) => narrow.startsWith(wide),
};

/** A value as {@link covers} takes it; undefined where it covers nothing and is not covered. */
function comparable(text: string, operator: string): string | undefined {
  if (operator !== "pmatch") return text;
  if (/[*?[]/.test(text)) return undefined;
  const parts = text.split("/").filter((part) => part !== "");
  return `${parts.map((part) => `/${part}`).join("")}/`;
}

export default checkRule(
  {
    id: "falco/shadowed-value",
    severity: "notice",
    confidence: "high",
    summary: "A value adds nothing to another one in the same list",
    fixable: true,
  },
  (written) => {
    const { check, values } = written;
    if (check.kind !== "comparison" || values.length > 100) return undefined;
    const test = covers[check.operator];
    if (
      test === undefined ||
      (check.operator === "pmatch" ? check.modifier !== undefined : check.modifier !== "anyof")
    )
      return undefined;
    const texts = values.map(({ text }) => comparable(text, check.operator));
    return values.flatMap((value, nth): readonly CheckProblem[] => {
      const narrow = texts[nth];
      if (narrow === undefined) return [];
      const wider = values.find(
        ({ text }, other) =>
          text !== value.text && text !== "" && texts[other] !== undefined && test(texts[other], narrow),
      );
      if (wider === undefined || /^\/*$/.test(wider.text)) return [];
      const inside = values.filter((one) => written.holds(one));
      const places = inside.map(({ span }) => written.in.location(span));
      const index = inside.indexOf(value);
      const edit = index === -1 ? undefined : removal(places, index, comma);
      return [
        {
          span: value.span,
          message: `\`${value.text}\` adds nothing to \`${wider.text}\`, which \`${check.operator}\` finds in it.`,
          help: "Remove it, or make the other one longer.",
          ...(edit && { fix: { description: "Remove it", safe: false, edits: [edit] } }),
        },
      ];
    });
  },
);
