import { loadSignals, readCompliance, type Signal, taggedRules } from "./compliance/index.ts";
import type { Config } from "./configuration/index.ts";
import type { ManifestProblem, Resource } from "./kubernetes/index.ts";
import { type Model, modelOf } from "./lint/index.ts";
import { readMonitoring } from "./monitoring/index.ts";
import type { Day, Project, Source } from "./project/index.ts";
import { type ReferenceEvents, readReferenceEvents } from "./proof/index.ts";
import { readRunbooks } from "./runbook/index.ts";
import type { Settings } from "./settings.ts";
import {
  type AssumptionSettings,
  everything,
  falcoScope,
  isOutdated,
  readApplied,
  readCopies,
  readStacks,
  rulesetsOf,
  type Scope,
  syscallSource,
} from "./stack/index.ts";

export interface ModelOptions {
  readonly config: Config;
  /** The version that was asked for; deployments that do not state theirs have it. Undefined: the newest known. */
  readonly falcoVersion: string | undefined;
  readonly scope: Settings["scope"];
  /** Validates the manifests that the check is about. */
  readonly validate: (scope: Scope) => Promise<readonly ManifestProblem[]>;
  readonly matrices: readonly Source[];
  /** `YYYY-MM-DD`. */
  readonly today: Day;
}

/** Builds, from the files of a project, the model that lint rules and coverage work from. */
export async function readModel(
  project: Project,
  resources: readonly Resource[],
  { config, falcoVersion, scope: wanted, validate, matrices, today }: ModelOptions,
): Promise<Model> {
  const assume = {
    ...(falcoVersion !== undefined && { falcoVersion }),
    ...(config.assume as AssumptionSettings),
  };
  const applied = readApplied(project, resources);
  const stacks = readStacks(project, applied, { assume });
  const scope = wanted === "all" ? everything : falcoScope(project, resources, stacks);
  const rulesets = rulesetsOf(project, stacks, {
    falcoVersion,
    plugins: config.plugins,
    fields: config.fields,
  });
  const runbooks = readRunbooks(project);
  const reference = await readReferenceEvents(project, config.organisation ?? {});
  const signals = [...(await loadSignals()), ...ownSignals(reference)];
  return modelOf({
    project,
    resources,
    manifests: await validate(scope),
    applied,
    stacks,
    outdated: stacks.filter(isOutdated),
    rulesets,
    copies: await readCopies(project),
    scope,
    compliance: await readCompliance(project, matrices, taggedRules(rulesets), signals),
    signals: new Map(signals.map((signal) => [signal.id, signal])),
    reference,
    runbooks,
    monitoring: await readMonitoring(project, resources, runbooks),
    today,
  });
}

/** The signals that files of the repository define. */
function ownSignals({ own }: ReferenceEvents): Signal[] {
  return own.flatMap(({ file }) =>
    file?.definition === undefined
      ? []
      : [
          {
            id: file.signal,
            definition: file.definition,
            sources: file.sources ?? [syscallSource],
            rules: [],
          },
        ],
  );
}
