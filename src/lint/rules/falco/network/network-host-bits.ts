/**
 * A network is written with the address of a host in it.
 *
 * ## Why
 *
 * The engine looks at the first bits alone, so the whole network matches: `10.1.2.3/8` is `10.0.0.0/8`.
 * Anyone who reads the rule may think of one host.
 *
 * ## Instead
 *
 * Write the address of the network, `10.0.0.0/8`, or that of the one host without a length.
 */

import { type Network, parseLiteral } from "../../../../falco/index.ts";
import { type CheckProblem, checkRule } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/network-host-bits",
    severity: "notice",
    confidence: "medium",
    summary: "An IPv4 network is written with an address inside of it",
    fixable: true,
  },
  ({ compiled, values, in: condition }) => {
    if (compiled.left.type !== "IPNET") return undefined;
    return values.flatMap(({ text, span }): readonly CheckProblem[] => {
      const parsed = parseLiteral(text, "IPNET", condition.vocabulary.ports);
      if ("problem" in parsed) return [];
      const { network, length } = parsed.value as Network;
      if (network.length !== 4 || !text.endsWith(`/${length}`)) return [];
      const first = network.map((byte, i) => byte & (0xff << (8 - Math.max(0, Math.min(8, length - 8 * i)))));
      if (first.every((byte, i) => byte === network[i])) return [];
      const canonical = `${first.join(".")}/${length}`;
      const at = condition.location(span);
      const isPlain = condition.written(span) === text;
      return [
        {
          span,
          message: `\`${text}\` is the whole network \`${canonical}\`, not one address.`,
          help: `Write \`${canonical}\`, or \`/32\` for the one address.`,
          ...(at !== undefined && isPlain
            ? {
                fix: {
                  description: `Write \`${canonical}\``,
                  safe: false,
                  edits: [{ at, text: canonical }],
                },
              }
            : {}),
        },
      ];
    });
  },
);
