import { checkRule } from "../../../check-rule.ts";

const parts: ReadonlySet<string> = new Set([
  "contains",
  "icontains",
  "startswith",
  "endswith",
  "bcontains",
  "bstartswith",
]);

export default checkRule(
  {
    id: "falco/matches-everything",
    severity: "warning",
    summary: "The empty text is part of every text, and `/` a prefix of every path",
    fixable: false,
  },
  ({ check, values }) => {
    if (check.kind !== "comparison") return undefined;
    const { operator } = check;
    if (operator !== "pmatch" && !parts.has(operator)) return undefined;
    const all = values.find(({ text }) => (operator === "pmatch" ? /^\/*$/.test(text) : text === ""));
    if (all === undefined) return undefined;
    return {
      span: all.span,
      message: `\`${operator}\` with \`${all.text === "" ? '""' : all.text}\` is true for every value, also for the empty one.`,
      help: "Write `exists` if that is meant, else name a part.",
    };
  },
);
