/**
 * `fd.ip intersects`, `fd.port intersects` and `fd.proto intersects` compile, and throw when Falco evaluates
 * them on a socket.
 *
 * ## Why
 *
 * These fields have comparisons of their own that do not know the operator. The exception ends the evaluation
 * in the middle of an event.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cport in (22, 23) or fd.sport in (22, 23))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `fd.port in (...)` works, and looks at both ends.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";
import { ends } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/intersects-throws",
    severity: "error",
    confidence: "high",
    summary: "`intersects` on `fd.ip`, `fd.port` or `fd.proto` throws when it is evaluated",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    const sides = ends.get(field?.name ?? "");
    // `fd.net` does not throw, see `falco/fd-net-intersects-misses`.
    if (
      sides === undefined ||
      field?.name === "fd.net" ||
      check.kind !== "comparison" ||
      check.operator !== "intersects"
    )
      return undefined;
    const [client, server] = sides;
    return {
      span: check.operatorSpan,
      message: `\`${field?.name} intersects\` compiles, and throws as soon as Falco evaluates it on a socket.`,
      help: `Write \`(${client} in (...) or ${server} in (...))\`.`,
      ...rewrite(written, ({ right }) => `(${client} in ${right} or ${server} in ${right})`),
    };
  },
);
