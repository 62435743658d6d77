import { readCompliance } from "./compliance/index.ts";
import { type Model, modelOf } from "./lint/index.ts";
import { Day, type Project } from "./project/index.ts";
import { everything, type Ruleset } from "./stack/index.ts";

/** The model of rules files that are loaded in a given order, without anything that deploys them. */
export async function modelOfRules(project: Project, ruleset: Ruleset): Promise<Model> {
  return modelOf({
    project,
    resources: [],
    manifests: [],
    applied: [],
    stacks: [],
    outdated: [],
    rulesets: [ruleset],
    copies: [],
    compliance: await readCompliance(project, [], []),
    signals: new Map(),
    scope: everything,
    reference: { corpora: new Map(), own: [] },
    runbooks: [],
    monitoring: { queries: [], recorded: new Set(), annotations: [] },
    today: new Day(""),
  });
}
