import type { Resource } from "../kubernetes/resource.ts";
import type { Project } from "../project/project.ts";
import type { Ruleset } from "../stack/ruleset.ts";

/** All that a lint rule can look at. */
export interface Model {
  readonly project: Project;
  readonly resources: readonly Resource[];
  readonly rulesets: readonly Ruleset[];
}
