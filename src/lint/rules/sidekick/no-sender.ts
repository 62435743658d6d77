/**
 * falcosidekick runs beside a Falco that sends it nothing.
 *
 * ## Why
 *
 * Falco's `http_output` is off by default. The alerts stay in the log of Falco's pod, and falcosidekick, which looks
 * healthy, has nothing to pass on.
 *
 * ## Instead
 *
 * Switch `http_output` on in falco.yaml, or with `-o`, and name falcosidekick in its `url`. Falco reads neither from
 * environment variables. In the values of the chart `falcosidekick.enabled` does it.
 *
 * ## Notes
 *
 * A program that passes alerts on is taken to send them to falcosidekick, as is any Falco whose configuration is not
 * whole in the repository.
 */

import { inSameNamespace, knownValue, type Sidekick, type Stack } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/no-sender",
  severity: "error",
  confidence: "high",
  summary: "falcosidekick runs beside a Falco that does not send to it",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) {
      const sidekick = stack.sidekicks.find(({ namespace }) => inSameNamespace(stack.namespace, namespace));
      const config = knownValue(stack.config);
      if (config === undefined || sidekick === undefined || maySend(stack)) continue;
      // Another Falco may be the one that it is there for.
      if (stacks.some((other) => other !== stack && mayServe(other, sidekick))) continue;
      const { http } = config.settings.outputs;
      yield {
        at: http?.enabled ?? http ?? stack.location,
        message: `Falco sends nothing to falcosidekick "${sidekick.name}": http_output is off.`,
        help: "Set http_output.enabled and http_output.url in falco.yaml or with -o; Falco reads neither from environment variables.",
      };
    }
  },
};

/** Whether it has an output that could lead to falcosidekick, as far as its configuration is known. */
function maySend({ channels, config }: Stack): boolean {
  const merged = knownValue(config);
  if (merged === undefined || merged.more !== undefined || merged.refusal !== undefined) return true;
  return channels.some(({ name }) => name === "http" || name === "program" || name === "grpc");
}

function mayServe(stack: Stack, sidekick: Sidekick): boolean {
  return stack.sidekicks.some(({ location }) => isSame(location, sidekick.location)) && maySend(stack);
}

function isSame(one: Sidekick["location"], other: Sidekick["location"]): boolean {
  return one.text === other.text && one.span.start === other.span.start;
}

export default rule;
