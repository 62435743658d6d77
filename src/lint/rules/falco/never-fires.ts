import { at, items, text } from "../../../project/yaml.ts";
import { canFire, type EventFeed } from "../../../proof/can-fire.ts";
import { syscallSource } from "../../../stack/plugins.ts";
import type { Stack } from "../../../stack/stack.ts";
import { lastPlace, runs } from "../../definitions.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "falco/never-fires",
  severity: "error",
  summary: "A rule listens only to events that its deployment does not deliver",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { stack, result } = ruleset;
      if (stack === undefined || stack.config.state === "unknown") continue;
      const feed = kernelFeed(stack);
      // Whether the source itself is there is said of the deployment, once.
      if (feed === undefined) {
        const count = result.rules.filter(
          (definition) => definition.source === syscallSource && runs(ruleset, definition),
        ).length;
        const source = stack.sources.of(syscallSource);
        if (count > 0 && source.state === "known")
          yield {
            at: source.evidence,
            message: `${source.sentence} ${count === 1 ? "One rule" : `${count} rules`} of this deployment can never fire.`,
            help: "Give Falco a driver that sees system calls (`engine: {kind: modern_ebpf}`), or leave the rules out.",
          };
        continue;
      }
      for (const definition of result.rules) {
        const { source, eventTypes, name } = definition;
        if (source !== syscallSource || eventTypes?.size === 0 || !runs(ruleset, definition)) continue;
        const firing = canFire({ source, eventTypes }, feed);
        const place = firing.can ? undefined : lastPlace(ruleset, definition, "condition");
        if (firing.can || place === undefined) continue;
        yield {
          at: place,
          message: `"${name}" can never fire in ${stack.name}. ${firing.why}`,
          help: "Change `base_syscalls` in falco.yaml, or have the rule look at an event that Falco gets.",
        };
      }
    }
  },
};

/** What a deployment gets of system calls; undefined where it gets none. */
function kernelFeed({ config, command, sources }: Stack): EventFeed | undefined {
  const source = sources.of(syscallSource);
  if (config.state === "unknown" || (source.state === "known" && !source.value)) return undefined;
  const base = at(config.value.root, "base_syscalls");
  const removed = items(at(base, "custom_set")).flatMap((node) => {
    const name = text(node);
    return name?.startsWith("!") ? [name.slice(1)] : [];
  });
  return {
    sources: new Set([syscallSource]),
    highVolume: text(at(base, "all")) === "true" || command.flags.has("A"),
    removed: new Set(removed),
  };
}

export default rule;
