import type { RuleDefinition } from "../falco/index.ts";
import { canFire, type EventFeed } from "../proof/index.ts";
import { type Ruleset, type Stack, syscallSource } from "../stack/index.ts";
import type { Blocker } from "./coverage.ts";

/** What the Falco of a deployment sees of system calls: `base_syscalls` of falco.yaml, and `-A`. */
export function kernelFeed({ config, command }: Stack): EventFeed {
  const base = config.state === "known" ? config.value.settings.baseSyscalls : undefined;
  const removed = (base?.customSet ?? []).flatMap((name) => (name.startsWith("!") ? [name.slice(1)] : []));
  return {
    sources: new Set([syscallSource]),
    highVolume: base?.all === true || command.flags.has("A"),
    removed: new Set(removed),
  };
}

/** What keeps a rule of a deployment from getting any event that it listens to; null where nothing does. */
export function feedBlocker({ stack }: Ruleset, rule: RuleDefinition | undefined): Blocker | null {
  // Other sources are the deployment's own, and of a condition that no event can meet the loader speaks.
  if (stack === undefined || rule?.source !== syscallSource || rule.eventTypes?.size === 0) return null;
  const firing = canFire(rule, kernelFeed(stack));
  return firing.can
    ? null
    : { rung: "enabled", reason: `"${rule.name}" can never fire in ${stack.name}. ${firing.why}` };
}
