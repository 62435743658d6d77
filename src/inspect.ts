import {
  type Compliance,
  type Evidence,
  readCompliance,
  renamedRules,
  SignalMeter,
  taggedRules,
} from "./compliance/index.ts";
import { type ConfigFile, readConfig } from "./configuration/index.ts";
import type { Operation } from "./evidence/index.ts";
import { knownVersion } from "./falco/index.ts";
import { readResources, validateManifests } from "./kubernetes/index.ts";
import { type Baseline, type Model, noBaseline, readBaseline } from "./lint/index.ts";
import { readModel } from "./model.ts";
import type { Policies } from "./policy/index.ts";
import {
  type ChangedFiles,
  type Discovery,
  discover,
  discoverEarlier,
  type Limits,
  ofKind,
  type Project,
  Revision,
  readProject,
  type Source,
  type SourceKind,
  UsageError,
} from "./project/index.ts";
import { provenRules, runTests } from "./proof/index.ts";
import { resolveSettings, type Settings, type SettingsOptions } from "./settings.ts";
import { mainVersion } from "./stack/index.ts";

export interface InspectOptions extends SettingsOptions {
  /** The workspace: paths are relative to it, and no file outside it is read. Default: the working directory. */
  readonly root?: string | undefined;
  readonly config?: string | undefined;
  /** The matrix file. Default: what the configuration says, or every matrix among the files. */
  readonly matrix?: string | undefined;
  /** A file with findings to leave out; null: none, whatever the configuration says. */
  readonly baseline?: string | null | undefined;
  readonly limits?: Limits | undefined;
  /** Texts that replace those of files, by path from the workspace: an editor's unsaved text, fixed text. */
  readonly overlay?: ChangedFiles | undefined;
}

/** Which revision is looked at, and by whose settings. */
export interface View {
  readonly files: Revision;
  /** Its configuration, ignore files and baseline count. */
  readonly settings: Revision;
  /** What was read of the files on disk with the same settings, for a look at another revision. */
  readonly today?: Inspection | undefined;
}

/** What was read of the workspace, before anything is assessed. */
export interface Inspection {
  readonly configFile: ConfigFile;
  readonly settings: Settings;
  readonly discovery: Discovery;
  readonly model: Model;
  readonly baseline: Baseline;
  /** The requested version, or the newest known. */
  readonly falcoVersion: string;
  /** The matrix that was named. */
  readonly matrix: string | undefined;
  /** What the organisation asks for, by the settings that decide. */
  readonly policies: Policies | undefined;
  /** The names that rules have by those under which the requirements of an earlier revision know them. */
  readonly renamed?: ReadonlyMap<string, string>;
}

/** The files on disk with what is laid over them, by their own settings. */
export function onDisk({ root, overlay }: InspectOptions, today?: Inspection): View {
  const disk = new Revision(root ?? process.cwd(), overlay && { files: overlay, whole: false });
  return { files: disk, settings: disk, today };
}

/** What an earlier revision had otherwise than the files on disk, by the settings of today. */
export function inThePast({ root }: InspectOptions, changed: ChangedFiles, today: Inspection): View {
  const disk = new Revision(root ?? process.cwd());
  return { files: new Revision(disk.root, { files: changed, whole: false }), settings: disk, today };
}

/**
 * The first half of the pipeline: files, their kinds, the rules that Falco loads, and the requirements.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @throws UsageError when the call or the configuration is wrong, with one line that says what to change
 */
export async function inspect(
  paths: readonly string[],
  options: InspectOptions = {},
  view: View = onDisk(options),
): Promise<Inspection> {
  const { root } = view.files;
  const configFile = readConfig(view.settings, options.config);
  const { config } = configFile;
  const settings = resolveSettings(options, config);
  const policies = await policiesOf(configFile);
  const requested = settings.falcoVersion === undefined ? undefined : knownVersion(settings.falcoVersion);
  const matrix = options.matrix ?? config.matrix;
  const named = [...(matrix === undefined ? [] : [matrix]), ...(config.frameworks ?? [])];
  const given = paths.length > 0 ? paths : (config.paths ?? ["."]);

  const request = {
    root,
    paths: [...given, ...named],
    exclude: config.exclude ?? [],
    ignoresOf: view.settings,
    revision: view.files,
    limits: options.limits,
  };
  options.limits?.check("Reading files");
  const discovery = discoverEarlier(request, view.today?.discovery ?? discover(request));
  const project = readProject(discovery, view.today?.model.project);
  const resources = readResources(project);
  options.limits?.check("Putting deployments together");
  const model = await readModel(project, resources, {
    config,
    falcoVersion: requested,
    scope: settings.scope,
    validate: ({ includesFile }) =>
      validateManifests(project, resources, {
        root,
        kubernetesVersion: settings.kubernetesVersion,
        schemaLocations: config["schema-location"],
        includes: includesFile,
      }),
    matrices: matricesOf(project, view, matrix),
    today: settings.today,
  });
  options.limits?.check("Checking");
  const falcoVersion = mainVersion(model.stacks, requested);
  const known = options.baseline === undefined ? config.baseline : (options.baseline ?? undefined);
  const baseline = known === undefined ? noBaseline : readBaseline(view.settings, known);
  return { configFile, settings, discovery, model, baseline, falcoVersion, matrix, policies };
}

/** CEL takes time to load, and most repositories have no policies. */
async function policiesOf({ policies }: ConfigFile): Promise<Policies | undefined> {
  if (policies.length === 0) return undefined;
  return (await import("./policy/index.ts")).readPolicies(policies);
}

/** What coverage is worked out from; runs the rule tests. */
export function evidenceOf(
  { model, settings, falcoVersion, renamed }: Inspection,
  operation?: Operation,
): Evidence {
  const proofs = provenRules(runTests(model.project, { load: { falcoVersion }, renamed }));
  const meter = new SignalMeter(model.detections, settings.minBreadth);
  return {
    ...model,
    proofs,
    meter,
    operation,
    level: operation === undefined ? settings.level : "operating",
  };
}

/**
 * The inspection with the matrix, frameworks and signals of another one, and its rule tests count beside
 * those that only this one has. Where the other one has no framework, this one's matrix stays. A rule that only has another
 * name now is known by it, for the controls for which this one's matrix names it so.
 */
export async function withRequirementsOf(inspection: Inspection, other: Inspection): Promise<Inspection> {
  const requiresNothing = other.model.compliance.frameworks.length === 0;
  const isReplaced = ({ kind }: Source) =>
    kind === "rule-tests" || (!requiresNothing && requirementKinds.has(kind));
  const theirs = other.model.project.sources.filter(isReplaced);
  const files = new Set(theirs.map(({ file }) => file));
  const own = inspection.model.project.sources.filter(
    (source) => !isReplaced(source) || (source.kind === "rule-tests" && !files.has(source.file)),
  );
  const project: Project = { ...inspection.model.project, sources: [...own, ...theirs] };
  const {
    compliance: required,
    signals,
    reference,
    detections,
  } = (requiresNothing ? inspection : other).model;
  const renamed = renamedRules(other.model.rulesets, inspection.model.rulesets);
  const isNamedFor = mappings(inspection.model.compliance);
  const compliance = await readCompliance(
    project,
    required.matrices.map(({ source }) => source),
    taggedRules(inspection.model.rulesets),
    [...signals.values()],
    (rule, framework, control) => {
      const name = renamed.get(rule);
      return name !== undefined && isNamedFor(name, framework, control) ? name : rule;
    },
  );
  const model = { ...inspection.model, project, compliance, signals, reference, detections };
  return { ...inspection, model, renamed };
}

/** Whether a matrix or a tag names a rule for a control. */
function mappings({
  mappedRules,
}: Compliance): (rule: string, framework: string, control: string) => boolean {
  const byFramework = new Map([...mappedRules].map(([{ framework }, controls]) => [framework.id, controls]));
  return (rule, framework, control) => byFramework.get(framework)?.get(control)?.has(rule) ?? false;
}

/** The kinds of files that state requirements, and not what is deployed. */
const requirementKinds: ReadonlySet<SourceKind> = new Set(["matrix", "framework"]);

/** The matrix that was named, or all there are. */
function matricesOf(project: Project, view: View, named: string | undefined): Source[] {
  const matrices = ofKind(project, "matrix");
  if (named === undefined) return matrices;
  const file = view.files.relative(named);
  const found = matrices.filter((source) => source.file === file);
  const isThere = project.sources.some((source) => source.file === file);
  // Another revision, or the change under review, may be without it.
  if (found.length === 0 && (isThere || view.files === view.settings))
    throw new UsageError(`${named} is not a matrix: it needs \`frameworks:\` and \`controls:\`.`);
  return found;
}
