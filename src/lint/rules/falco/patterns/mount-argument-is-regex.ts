/**
 * The brackets after `container.mount` hold a regular expression, not a glob.
 *
 * ## Why
 *
 * Until Falco 0.40 it was a glob over the whole path. The container plugin, which brings these fields since
 * 0.41, searches for it as a regular expression, anywhere in the path. `[/proc*]` is `/pro` and any number of
 * `c`, and finds `/srv/products`; a glob such as `[*.sock]` is not a regular expression, and the field never
 * has a value. Falco says nothing of either, so a rule changes its meaning with the update. And a path without
 * anchors is found in others: `[/]` in every one, `[/etc]` in `/srv/etcetera`.
 *
 * ## Instead
 *
 * Write a regular expression, with anchors: `container.mount.dest[^/proc(/|$)] exists`.
 *
 * ## Notes
 *
 * Read in the source of the container plugin, 0.1.0 to 0.7.1. A number without sign and leading zero is an
 * index, from 0. The source field looks its argument up among the destinations, and all others look theirs up
 * among the sources, the paths of the host.
 */

import { type ArgumentProblem, argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/mount-argument-is-regex",
    severity: "notice",
    confidence: "high",
    summary: "The brackets after `container.mount` hold a regular expression, not a glob",
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
        message: `\`${written}\` never has a value: \`${argument}\` is not a regular expression, and a glob is not understood.`,
        help,
      };
    if (/^(?:0\d+|-\d+)$/.test(argument))
      return {
        severity: "warning",
        message: `\`${written}\` is not an index: a number with a sign or a leading zero is searched for in the paths.`,
        help: "Write the index without it; the first mount is 0.",
      };
    const star = /([^.)\]])\*/.exec(argument);
    if (star === null) return unanchored(written, argument);
    return {
      message: `The \`*\` in \`${written}\` repeats the \`${star[1]}\` before it, and the rest is found anywhere in a path.`,
      help,
    };
  },
);

/** A path that is found in the middle of others. */
function unanchored(written: string, argument: string): ArgumentProblem | undefined {
  if (!/^\/[\w./-]*$/.test(argument)) return undefined;
  if (argument === "/")
    return {
      severity: "warning",
      message: `\`${written}\` is found in every path, so it is the first mount of any kind.`,
      help: "Write `[^/$]` for the root of the file system.",
    };
  return {
    message: `\`${written}\` is found anywhere in a path, as in \`/srv${argument}-old\`.`,
    help: `Write \`[^${argument}(/|$)]\` for that path and what is below it, or \`[${argument}(/|$)]\` where something may stand before it.`,
  };
}
