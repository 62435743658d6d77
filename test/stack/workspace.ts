import { readResources } from "../../src/kubernetes/resource.ts";
import { readProject } from "../../src/project/project.ts";
import { Text } from "../../src/project/text.ts";
import type { AssumptionSettings } from "../../src/stack/assume.ts";
import type { Ruleset } from "../../src/stack/ruleset.ts";
import { rulesetsOf } from "../../src/stack/rulesets.ts";
import type { Stack } from "../../src/stack/stack.ts";
import { readStacks } from "../../src/stack/stacks.ts";

export interface Workspace {
  readonly stacks: readonly Stack[];
  readonly rulesets: readonly Ruleset[];
}

/** The deployments that a workspace with these files makes. */
export function workspace(
  files: Readonly<Record<string, string>>,
  assume: AssumptionSettings = {},
): Workspace {
  const texts = Object.entries(files).map(([file, content]) => new Text(file, content));
  const project = readProject({ texts, skipped: [] });
  const stacks = readStacks(project, readResources(project), { assume });
  return { stacks, rulesets: rulesetsOf(project, stacks, {}) };
}
