import { checkRule, rewrite } from "../../check-rule.ts";

/** Fields of both ends of a connection, and those of one end each. */
const ends = new Map([
  ["fd.ip", ["fd.cip", "fd.sip"]],
  ["fd.port", ["fd.cport", "fd.sport"]],
  ["fd.proto", ["fd.cproto", "fd.sproto"]],
]);

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
    if (sides === undefined || check.kind !== "comparison" || check.operator !== "intersects")
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
