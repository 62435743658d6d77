import { checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/transformed-list-never-matches",
    severity: "error",
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
