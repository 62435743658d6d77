/**
 * `fd.net intersects (...)` is false for every connected socket.
 *
 * ## Why
 *
 * The comparison of `fd.net` asks both ends of a connection only for `=`, `!=` and `in`. With `intersects` it
 * works for a socket with one address alone, such as one that listens.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cnet in (...) or fd.snet in (...))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/fd-net-intersects-misses",
    severity: "error",
    confidence: "high",
    summary: "`fd.net intersects (...)` is never true for a connection",
    fixable: true,
  },
  (written) => {
    const { check, field, values } = written;
    if (field?.name !== "fd.net" || check.kind !== "comparison" || check.operator !== "intersects")
      return undefined;
    if (values.length === 0 && !written.open) return undefined;
    return {
      message: "`fd.net intersects (...)` is false for every connected socket.",
      help: "Ask both sides, where `in` works: `(fd.cnet in (...) or fd.snet in (...))`.",
      ...rewrite(written, ({ right }) => `(fd.cnet in ${right} or fd.snet in ${right})`),
    };
  },
);
