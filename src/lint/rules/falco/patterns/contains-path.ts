/**
 * `contains` looks for a path that begins at the root: `/etc/shadow`, `/root/`.
 *
 * ## Why
 *
 * It finds the path anywhere, so that copies and chroots elsewhere raise the alert, and it costs more than to
 * look at the beginning.
 *
 * ## Instead
 *
 * Look at the beginning of the path: `fd.name startswith /etc/shadow`.
 *
 * ## Notes
 *
 * Paths without the root, as in `contains /.ssh/`, are not reported. Where the host's files are mounted into
 * containers and both are meant, write both: `fd.name startswith /etc or fd.name startswith /host/etc`.
 */

import { checkRule } from "../../../check-rule.ts";

const paths = /^(?:fd\.(?:name|directory)|fs\.path\.(?:name|source|target)|proc\.(?:exepath|pexepath|cwd))$/;
/** Folders of the root; paths that begin otherwise are looked for anywhere. */
const rootFolder =
  /^\/(?:bin|boot|dev|etc|home|lib|lib64|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)(?:\/|$)/;

export default checkRule(
  {
    id: "falco/contains-path",
    severity: "notice",
    confidence: "low",
    summary: "`contains` with a path from the root",
    fixable: true,
  },
  (written) => {
    const { check, field, values } = written;
    if (check.kind !== "comparison" || check.operator !== "contains" || !paths.test(field?.key ?? ""))
      return undefined;
    const [value] = values;
    if (value === undefined || !values.every(({ text }) => rootFolder.test(text))) return undefined;
    const at = written.in.location({
      ...check.operatorSpan,
      end: check.operatorSpan.start + "contains".length,
    });
    return {
      span: check.operatorSpan,
      message: `\`contains ${value.text}\` finds the path in the middle of others too, such as \`/srv/copy${value.text}\`.`,
      help: `Write \`startswith\`, or \`=\` for one file. Both are cheaper.`,
      ...(at === undefined || written.written === undefined
        ? {}
        : { fix: { description: "Write `startswith`", safe: false, edits: [{ at, text: "startswith" }] } }),
    };
  },
);
