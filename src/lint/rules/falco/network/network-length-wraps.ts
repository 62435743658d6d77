/**
 * The length of a network is more than an address has bits.
 *
 * ## Why
 *
 * The engine reads the length modulo 256 and says nothing: `10.0.0.0/256` is every address there is,
 * `10.0.0.0/288` is `/32`.
 *
 * ## Instead
 *
 * Write a length of at most 32 bits for IPv4 and 128 bits for IPv6.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import { type Network, parseLiteral } from "../../../../falco/index.ts";
import { type CheckProblem, checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/network-length-wraps",
    severity: "error",
    confidence: "high",
    summary: "The length of a network is larger than an address is long",
    fixable: false,
  },
  ({ compiled, values, in: { vocabulary } }) => {
    if (compiled.left.type !== "IPNET") return undefined;
    return values.flatMap(({ text, span }): readonly CheckProblem[] => {
      const parsed = parseLiteral(text, "IPNET", vocabulary.ports);
      if ("problem" in parsed) return [];
      const { length } = parsed.value as Network;
      const written = text.slice(text.indexOf("/") + 1).trim();
      if (Number(written) === length) return [];
      return [
        {
          span,
          message: `\`${text}\` is taken for \`${text.slice(0, text.indexOf("/"))}/${length}\`: the length counts modulo 256.`,
          help: "An IPv4 network has 0 to 32 bits, an IPv6 network 1 to 128.",
        },
      ];
    });
  },
);
