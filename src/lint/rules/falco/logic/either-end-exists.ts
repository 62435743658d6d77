/**
 * `exists` is used on `fd.ip`, `fd.net`, `fd.port` or `fd.proto`.
 *
 * ## Why
 *
 * These fields have a comparison of their own, which answers `exists` with whether there is a file descriptor
 * at all. That is true for a file, a pipe and a terminal too.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cip exists or fd.sip exists)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule, rewrite } from "../../../check-rule.ts";
import { ends } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/either-end-exists",
    severity: "warning",
    confidence: "high",
    summary: "`fd.ip exists` is true for files too",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    const sides = ends.get(field?.name ?? "");
    if (sides === undefined || check.kind !== "exists") return undefined;
    const [client, server] = sides;
    const replacement = `(${client} exists or ${server} exists)`;
    return {
      message: `\`${field?.name} exists\` is true for every file descriptor, also for that of a file.`,
      help: `For a connection write \`${replacement}\`.`,
      ...rewrite(written, () => replacement),
    };
  },
);
