import { realpathSync } from "node:fs";
import path from "node:path";
import {
  type Compared,
  compare,
  Detections,
  type Evidence,
  effectiveCoverage,
  judgedRules,
  reportedRules,
  SignalMeter,
} from "./compliance/index.ts";
import { type Operation, summariseOperation } from "./evidence/index.ts";
import { knownVersion } from "./falco/index.ts";
import { readResources, validateManifests } from "./kubernetes/index.ts";
import {
  applyBaseline,
  type Baseline,
  type Finding,
  isConfident,
  type LintRule,
  lint,
  lintRules,
  type Model,
  noBaseline,
  readBaseline,
} from "./lint/index.ts";
import { readModel } from "./model.ts";
import {
  type Config,
  type Discovery,
  discover,
  discoverEarlier,
  type EarlierFiles,
  ofKind,
  type Project,
  readConfig,
  readProject,
  type Source,
  UsageError,
} from "./project/index.ts";
import { provenRules, runTests, upstreamDetections } from "./proof/index.ts";
import {
  describeRules,
  type RenderContext,
  type Report,
  readReport,
  type Summary,
  summarise,
} from "./report/index.ts";
import { resolveSettings, type Settings, type SettingsOptions } from "./settings.ts";
import { mainVersion, maskSecrets } from "./stack/index.ts";
import { type VersionChange, versionChanges } from "./upgrade/index.ts";
import { version } from "./version.ts";

export interface CheckOptions extends SettingsOptions {
  /** The workspace: paths are relative to it, and no file outside it is read. Default: the working directory. */
  readonly root?: string | undefined;
  readonly config?: string | undefined;
  /** The matrix file. Default: what the configuration says, or every matrix among the files. */
  readonly matrix?: string | undefined;
  /** A JSON report to compare with. */
  readonly base?: string | undefined;
  /** The files that an earlier revision had otherwise, to compare with. */
  readonly earlier?: EarlierFiles | undefined;
  /** Texts that stand for those of files, by path from the workspace: what an editor has not saved, what fixes make of it. */
  readonly overlay?: EarlierFiles | undefined;
  /** The one file whose findings are reported, from the workspace; the others are still read. */
  readonly only?: string | undefined;
  /** A file with findings to leave out; null: none, whatever the configuration says. */
  readonly baseline?: string | null | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** In the text report, the worst alone and the rest as counts. */
  readonly firstScreen?: boolean | undefined;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
}

/** A report, and what the formats need with it. */
export interface Checked {
  readonly report: Report;
  readonly context: RenderContext;
  /** The versions that the deployments have otherwise than before. */
  readonly versionChanges?: readonly VersionChange[];
}

/** What was read of the workspace, before anything is assessed. */
export interface Inspection {
  readonly config: Config;
  readonly settings: Settings;
  readonly discovery: Discovery;
  readonly model: Model;
  readonly baseline: Baseline;
  /** That which was asked for, or the newest known. */
  readonly falcoVersion: string;
}

/**
 * The first half of the pipeline: files, what they are, the rules that Falco loads, what is asked of them.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @param earlier the files that the revision to look at had otherwise, and what was read of today's
 * @throws UsageError when the call or the configuration is wrong, with one line that says what to change
 */
export async function inspect(
  paths: readonly string[],
  options: CheckOptions = {},
  earlier?: { readonly files: EarlierFiles; readonly today: Inspection },
): Promise<Inspection> {
  const root = realpathSync(options.root ?? process.cwd());
  const config = readConfig(root, options.config);
  const settings = resolveSettings(options, config);
  const asked = settings.falcoVersion === undefined ? undefined : knownVersion(settings.falcoVersion);
  const matrix = options.matrix ?? config.matrix;
  const named = [...(matrix === undefined ? [] : [matrix]), ...(config.frameworks ?? [])];
  const given = paths.length > 0 ? paths : (config.paths ?? ["."]);

  const request = { root, paths: [...given, ...named], exclude: config.exclude ?? [] };
  const discovery =
    earlier === undefined
      ? discoverEarlier(request, discover(request), options.overlay ?? new Map())
      : discoverEarlier(request, earlier.today.discovery, earlier.files);
  const project = readProject(discovery, earlier?.today.model.project);
  const resources = readResources(project);
  const model = await readModel(project, resources, {
    config,
    falcoVersion: asked,
    scope: settings.scope,
    validate: ({ includesFile }) =>
      validateManifests(project, resources, {
        root,
        kubernetesVersion: settings.kubernetesVersion,
        schemaLocations: config["schema-location"],
        includes: includesFile,
      }),
    matrices: matricesOf(project, root, matrix),
    today: settings.today,
  });
  const falcoVersion = mainVersion(model.stacks, asked);
  const known = options.baseline === undefined ? config.baseline : (options.baseline ?? undefined);
  const baseline = known === undefined ? noBaseline : readBaseline(root, known);
  return { config, settings, discovery, model, baseline, falcoVersion };
}

/** The whole pipeline: what was read, then findings, coverage and the report. Throws as {@link inspect} does. */
export async function check(paths: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  const inspection = await inspect(paths, options);
  if (options.base !== undefined)
    return checked(inspection, await readReport(options.root ?? process.cwd(), options.base), options);
  const before = await inspectEarlier(paths, options, inspection);
  if (before === undefined) return checked(inspection, undefined, options);
  const changes = versionChanges(before.model, inspection.model);
  return { ...checked(inspection, assess(before), options), versionChanges: changes };
}

/** The second half of the pipeline, with what another inspection of the same workspace finds to compare with. */
export function reportOf(inspection: Inspection, base: Inspection, options: CheckOptions): Checked {
  return checked(inspection, assess(base), options);
}

/** The second half of the pipeline, with what records of a period say of the rules. */
export function reportOnRecords(
  inspection: Inspection,
  operation: Operation,
  options: CheckOptions,
): Checked {
  const { report, context } = checked(inspection, undefined, options, operation);
  return {
    report: { ...report, operation: summariseOperation(operation, judgedRules(inspection.model.rulesets)) },
    context,
  };
}

function onlyIn(assessment: Assessment, only: string | undefined): Assessment {
  if (only === undefined) return assessment;
  return { ...assessment, findings: assessment.findings.filter(({ file }) => file === only) };
}

function checked(
  inspection: Inspection,
  base: Compared | undefined,
  options: CheckOptions,
  operation?: Operation,
): Checked {
  const { settings, discovery, model, falcoVersion } = inspection;
  const assessment = onlyIn(assess(inspection, operation), options.only);
  const difference = base === undefined ? undefined : compare(base, assessment);
  const files = model.project.sources.filter(
    ({ kind, embedding }) => kind !== "other" && embedding === undefined,
  );
  const names = new Set(assessment.rules.map(({ name }) => name));
  const counts = { files: files.length, rules: names.size, falcoVersion };
  const summary = summarise(counts, assessment, settings, difference);
  const { findings, coverage } = assessment;
  return {
    report: {
      version: 1,
      tool: { name: "falcoverage", version },
      summary,
      findings,
      coverage,
      rules: assessment.rules,
      ...(difference === undefined ? {} : { difference }),
    },
    context: renderContext(discovery, options),
  };
}

/** What coverage is worked out from; runs the rule tests. */
export function evidenceOf({ model, settings, falcoVersion }: Inspection, operation?: Operation): Evidence {
  const proofs = provenRules(runTests(model.project, { load: { falcoVersion } }));
  const detections = new Detections(model.reference.corpora, upstreamDetections());
  const meter = new SignalMeter(detections, settings.minBreadth);
  return {
    ...model,
    proofs,
    meter,
    operation,
    level: operation === undefined ? settings.level : "operating",
  };
}

interface Assessment extends Compared {
  readonly findings: readonly Finding[];
  readonly suppressed: Summary["suppressed"];
}

function assess(inspection: Inspection, operation?: Operation): Assessment {
  return {
    ...findingsOf(inspection),
    coverage: effectiveCoverage(evidenceOf(inspection, operation)),
    rules: reportedRules(inspection.model.rulesets),
  };
}

/** What a check reports of the files, without coverage; by all lint rules, or by some. */
export function findingsOf(
  inspection: Inspection,
  rules: readonly LintRule[] = lintRules,
): Pick<Assessment, "findings" | "suppressed"> {
  const { config, settings, model, baseline } = inspection;
  const { findings, ignored } = lint(model, rules, config.rules);
  const { kept, known, gone } = applyBaseline(findings, baseline);
  // Only now, so that neither a comment nor the baseline seems to name a finding that is gone.
  const sure = kept.filter(({ confidence }) => isConfident(confidence, settings.minConfidence));
  return {
    findings: sure,
    suppressed: {
      ignored: ignored.length,
      baseline: known.length,
      gone,
      unsure: kept.length - sure.length,
      outOfScope: model.scope.leftOut,
    },
  };
}

/** The earlier revision that the check is compared with, if any. */
async function inspectEarlier(
  paths: readonly string[],
  options: CheckOptions,
  today: Inspection,
): Promise<Inspection | undefined> {
  if (options.earlier === undefined) return undefined;
  try {
    return await inspect(paths, options, { files: options.earlier, today });
  } catch (error) {
    // A matrix that is named and new was not there yet.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The matrix that was named, or all there are. */
function matricesOf(project: Project, root: string, named: string | undefined): Source[] {
  const matrices = ofKind(project, "matrix");
  if (named === undefined) return matrices;
  const file = path.relative(root, path.resolve(root, named)).split(path.sep).join("/");
  const found = matrices.filter((source) => source.file === file);
  if (found.length === 0)
    throw new UsageError(`${named} is not a matrix: it needs \`frameworks:\` and \`controls:\`.`);
  return found;
}

function renderContext(
  { texts }: Discovery,
  { color, quiet, firstScreen, width }: CheckOptions,
): RenderContext {
  const contents = new Map(texts.map(({ file, content }) => [file, content]));
  const masked = new Map<string, string>();
  return {
    // Reports are read by more people than the repository is.
    source: (file) => {
      const content = contents.get(file);
      if (content === undefined) return undefined;
      const shown = masked.get(file) ?? maskSecrets(content);
      masked.set(file, shown);
      return shown;
    },
    color: color ?? false,
    quiet: quiet ?? false,
    firstScreen: firstScreen ?? false,
    width: width ?? 100,
    time: new Date().toISOString(),
    rules: describeRules(lintRules),
  };
}
