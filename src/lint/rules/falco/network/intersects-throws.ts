import { checkRule, rewrite } from "../../../check-rule.ts";
import { ends } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/intersects-throws",
    severity: "error",
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
