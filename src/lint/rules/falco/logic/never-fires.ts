/**
 * A rule listens only to events that its deployment does not deliver.
 *
 * ## Why
 *
 * The rule loads, shows up in every list, and is silent for ever. Falco leaves out system calls that
 * `base_syscalls.custom_set` takes away with `!`, and those that only read or write (`read`, `write`, `recv`,
 * `send` and their kin) unless `base_syscalls.all` is true. With `engine: {kind: nodriver}` it sees no system
 * calls at all, and `--disable-source` takes a whole source away.
 *
 * ## Instead
 *
 * Let the deployment deliver the event: remove `!ptrace` from `base_syscalls.custom_set`, or set
 * `base_syscalls.all`.
 *
 * ## Notes
 *
 * Only deployments whose falco.yaml is known are looked at. A rule whose plugin is not loaded is reported by
 * [falco/unknown-source](unknown-source.md), a condition that no event can meet by
 * [falco/no-evttype](no-evttype.md).
 */

import { kernelFeed } from "../../../../compliance/index.ts";
import type { RuleDefinition } from "../../../../falco/index.ts";
import { canFire, type Firing } from "../../../../proof/index.ts";
import { type Ruleset, type Stack, syscallSource } from "../../../../stack/index.ts";
import type { LintRule, Problem } from "../../../rule.ts";
import { lastLocation, runs } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/never-fires",
  severity: "error",
  confidence: "high",
  summary: "A rule listens only to events that its deployment does not deliver",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { stack, result } = ruleset;
      if (stack === undefined || stack.config.state === "unknown") continue;
      const running = result.rules.filter((definition) => runs(ruleset, definition));
      for (const source of new Set(running.map((definition) => definition.source))) {
        const rules = running.filter((definition) => definition.source === source);
        const state = stack.sources.of(source);
        // A source that is missing is reported once, for the deployment.
        if (state.state === "known" && !state.value)
          yield {
            at: state.evidence,
            message: `${state.sentence} ${rules.length === 1 ? `"${rules[0]?.name}"` : `${rules.length} rules`} of this deployment can never fire.`,
            help: help(source),
          };
        else if (source === syscallSource) yield* deaf(ruleset, stack, rules);
      }
    }
  },
};

function help(source: string): string {
  return source === syscallSource
    ? "Give Falco a driver that sees system calls (`engine: {kind: modern_ebpf}`), or leave the rules out."
    : "Turn the source on, or leave the rules out.";
}

/** Rules on system calls that Falco does not look at. */
function* deaf(ruleset: Ruleset, stack: Stack, rules: readonly RuleDefinition[]): Iterable<Problem> {
  const feed = kernelFeed(stack);
  for (const definition of rules) {
    const { source, eventTypes, name } = definition;
    // Of a condition that no event can meet another lint rule speaks.
    const firing: Firing = eventTypes?.size === 0 ? { can: true } : canFire({ source, eventTypes }, feed);
    const location = firing.can ? undefined : lastLocation(ruleset, definition, "condition");
    if (firing.can || location === undefined) continue;
    yield {
      at: location,
      message: `"${name}" can never fire in ${stack.name}. ${firing.why}`,
      help: "Change `base_syscalls` in falco.yaml, or have the rule look at an event that Falco gets.",
    };
  }
}

export default rule;
