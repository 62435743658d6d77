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
  pmatch: (wide, narrow) => {
    if (/[*?[]/.test(wide + narrow)) return false;
    const [folder, path] = [wide, narrow].map((text) => text.split("/").filter((part) => part !== ""));
    return folder!.length <= path!.length && folder!.every((part, index) => part === path![index]);
  },
};

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
    const inside = values.filter((value) => written.holds(value));
    const places = inside.map(({ span }) => written.in.location(span));
    return values.flatMap((value): readonly CheckProblem[] => {
      const wider = values.find(
        (other) => other.text !== value.text && other.text !== "" && test(other.text, value.text),
      );
      if (wider === undefined || /^\/*$/.test(wider.text)) return [];
      const index = inside.indexOf(value);
      const edit = index === -1 ? undefined : removal(places, index, comma);
      return [
        {
          span: value.span,
          message: `\`${value.text}\` adds nothing to \`${wider.text}\`, which \`${check.operator}\` finds in it.`,
          help: "Remove it, or make the other one longer.",
          ...(edit && { fix: { description: "Remove it", safe: true, edits: [edit] } }),
        },
      ];
    });
  },
);
