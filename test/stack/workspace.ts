import { type Resource, readResources } from "../../src/kubernetes/resource.ts";
import { isReadable } from "../../src/project/discover.ts";
import { type Project, readProject } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";
import { type Applied, readApplied } from "../../src/stack/deploy/applied.ts";
import type { AssumptionSettings } from "../../src/stack/evidence/assume.ts";
import type { Stack } from "../../src/stack/model/stack.ts";
import type { Ruleset } from "../../src/stack/rules/ruleset.ts";
import { rulesetsOf } from "../../src/stack/rules/rulesets.ts";
import { readStacks } from "../../src/stack/stacks.ts";

export interface Workspace {
  readonly project: Project;
  readonly resources: readonly Resource[];
  readonly applied: readonly Applied[];
  readonly stacks: readonly Stack[];
  readonly rulesets: readonly Ruleset[];
}

/** Those that no check reads as text are files of charts. */
type Files = Readonly<Record<string, string | Uint8Array>>;

/** The deployments that a workspace with these files makes, and what they load. */
export function workspace(files: Files, assume: AssumptionSettings = {}): Workspace {
  const project = projectOf(files);
  const resources = readResources(project);
  const applied = readApplied(project, resources);
  const stacks = readStacks(project, applied, { assume });
  return { project, resources, applied, stacks, rulesets: rulesetsOf(project, stacks, {}) };
}

/** The deployments alone. */
export function stacksOf(files: Files): Stack[] {
  const project = projectOf(files);
  return readStacks(project, readApplied(project, readResources(project)));
}

function projectOf(files: Files): Project {
  const entries = Object.entries(files);
  const texts = entries.flatMap(([file, content]) =>
    typeof content === "string" && isReadable(file) ? [new Text(file, content)] : [],
  );
  const chartFiles = entries
    .filter(([file]) => !isReadable(file))
    .map(([file, content]) => ({ file, read: () => Buffer.from(content as Uint8Array) }));
  return readProject({ texts, skipped: [], chartFiles });
}
