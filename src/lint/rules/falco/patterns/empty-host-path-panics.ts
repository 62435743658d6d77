/**
 * `ka.req.volume.hostpath[""]` ends the k8saudit plugin.
 *
 * ## Why
 *
 * The plugin looks at the last character of the path, to see whether it is a `*`. Of an empty one there is
 * none: the rule loads, and the plugin panics at the first event that reaches it. From then on Falco sees
 * nothing of the audit log.
 *
 * ## Instead
 *
 * Use `[*]` for any path: `ka.req.volume.hostpath[*] = true`.
 *
 * ## Notes
 *
 * Read in the source of the k8saudit plugin.
 */

import { argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/empty-host-path-panics",
    severity: "error",
    confidence: "high",
    summary: '`ka.req.volume.hostpath[""]` ends the k8saudit plugin at the first event',
    fixable: false,
  },
  ({ name, argument, written }) =>
    name === "ka.req.volume.hostpath" && argument === ""
      ? {
          message: `\`${written}\` loads, and the plugin panics at the first event: it looks at the last character of a path that has none.`,
          help: "Name a path, as in `ka.req.volume.hostpath[/etc]`, or `[*]` for any.",
        }
      : undefined,
);
