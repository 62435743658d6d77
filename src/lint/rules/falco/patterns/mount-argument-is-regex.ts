import { argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/mount-argument-is-regex",
    severity: "notice",
    summary: "What stands in brackets after `container.mount` is a regular expression, not a glob",
    fixable: false,
  },
  ({ name, argument, written, ruleset }) => {
    if (!/^container\.mount(?:\.|$)/.test(name)) return undefined;
    // The core engine took a glob over the whole path.
    if (!ruleset.result.engine.features.containerFieldsFromPlugin) return undefined;
    const help =
      "Write a regular expression: `[^/etc$]` for that path alone, `[^/etc/]` for what is below it.";
    if (/^[*+?]/.test(argument))
      return {
        severity: "warning",
        message: `\`${written}\` never has a value: \`${argument}\` is no regular expression, and a glob is not understood.`,
        help,
      };
    if (/^(?:0\d+|-\d+)$/.test(argument))
      return {
        severity: "warning",
        message: `\`${written}\` is no index: a number with a sign or a leading zero is searched for in the paths.`,
        help: "Write the index without it; the first mount is 0.",
      };
    const star = /([^.)\]])\*/.exec(argument);
    if (star === null) return undefined;
    return {
      message: `The \`*\` in \`${written}\` repeats the \`${star[1]}\` before it, and the rest is found anywhere in a path.`,
      help,
    };
  },
);
