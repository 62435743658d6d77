import { argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/list-name-in-brackets",
    severity: "warning",
    summary: "The name of a list in brackets does not stand for its values",
    fixable: false,
  },
  ({ argument, written, ruleset }) => {
    if (!ruleset.result.lists.some(({ name }) => name === argument)) return undefined;
    return {
      message: `\`${written}\` does not go through the list \`${argument}\`: it looks for that very name.`,
      help: "Write one check for each value of the list, joined by `or`.",
    };
  },
);
