import { deploymentFeatures } from "../../falco/index.ts";
import type { Location } from "../../project/index.ts";
import type { FalcoCommand } from "./command.ts";
import type { FalcoConfig } from "./falco-config.ts";
import type { SelectionItem } from "./settings.ts";

/** One step that enables or disables rules after they are loaded. */
export interface SelectionStep {
  readonly enable: boolean;
  readonly by:
    | { readonly kind: "name"; readonly pattern: string }
    /** Part of a name. */
    | { readonly kind: "substring"; readonly part: string }
    | { readonly kind: "tag"; readonly tag: string };
  readonly location: Location;
}

/** The steps in the order in which they apply: the command line's, then those of `rules` in falco.yaml. */
export function readSelection(
  { settings }: FalcoConfig,
  command: FalcoCommand,
  version: string | undefined,
): SelectionStep[] {
  return [...commandSteps(command, version), ...settings.selection.flatMap(stepsOf)];
}

function commandSteps(command: FalcoCommand, version: string | undefined): SelectionStep[] {
  const steps: SelectionStep[] = [];
  // Later versions do not know -D, -T and -t, and stop at them.
  if (version === undefined || deploymentFeatures(version).selectionOptions) {
    for (const { text: part, location } of command.disabledNames)
      steps.push({ enable: false, by: { kind: "substring", part }, location });
    for (const { text: tag, location } of command.disabledTags)
      steps.push({ enable: false, by: { kind: "tag", tag }, location });
    const first = command.onlyTags[0];
    if (first !== undefined)
      steps.push({ enable: false, by: { kind: "name", pattern: "*" }, location: first.location });
    for (const { text: tag, location } of command.onlyTags)
      steps.push({ enable: true, by: { kind: "tag", tag }, location });
  }
  return steps;
}

function stepsOf({ enable, rule, tag, ...location }: SelectionItem): SelectionStep[] {
  const steps: SelectionStep[] = [];
  if (rule !== undefined) steps.push({ enable, by: { kind: "name", pattern: rule }, location });
  if (tag !== undefined) steps.push({ enable, by: { kind: "tag", tag }, location });
  return steps;
}

export function applies(step: SelectionStep, rule: { name: string; tags: readonly string[] }): boolean {
  switch (step.by.kind) {
    case "name":
      return matchesWildcard(step.by.pattern, rule.name);
    case "substring":
      return rule.name.includes(step.by.part);
    case "tag":
      return rule.tags.includes(step.by.tag);
  }
}

/**
 * Whether a name matches a pattern with `*`, as Falco decides it: each part is looked for once from the left, so
 * that `*a` does not match `aba`.
 */
export function matchesWildcard(pattern: string, name: string): boolean {
  const [first = "", ...parts] = pattern.split("*");
  if (parts.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  let position = first.length;
  const named = parts.filter((part) => part !== "");
  for (const part of named) {
    const found = name.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return pattern.endsWith("*") || position === name.length;
}
