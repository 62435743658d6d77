import { type Assessment, assess, rulesFor } from "./assess.ts";
import { assessedRules, type Compared, compare } from "./compliance/index.ts";
import { type Operation, summariseOperation } from "./evidence/index.ts";
import { checkChange } from "./gate.ts";
import { type Inspection, type InspectOptions, inspect } from "./inspect.ts";
import { type Discovery, type EarlierFiles, Limits } from "./project/index.ts";
import {
  describeRules,
  type RenderContext,
  type Report,
  readReport,
  type SettingsChange,
  summarise,
} from "./report/index.ts";
import { knownValue, maskSecrets } from "./stack/index.ts";
import { type VersionChange, versionChanges } from "./upgrade/index.ts";
import { version } from "./version.ts";

export { findingsOf } from "./assess.ts";
export { evidenceOf, type Inspection, type InspectOptions, inspect, inThePast, onDisk } from "./inspect.ts";

export interface CheckOptions extends InspectOptions {
  /** A JSON report to compare with. */
  readonly base?: string | undefined;
  /** The files that an earlier revision had otherwise, to compare with. */
  readonly earlier?: EarlierFiles | undefined;
  /** The one file whose findings are reported, from the workspace; the others are still read. */
  readonly only?: string | undefined;
  /** Why there is no earlier revision to compare with where there should be one: losses cannot be seen then. */
  readonly missingBase?: string | undefined;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** In the text report, the worst alone and the rest as counts. */
  readonly firstScreen?: boolean | undefined;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
  /** Seconds that the check may take. */
  readonly timeout?: number | undefined;
  /** Takes what begins, in a few words. */
  readonly onStep?: ((step: string) => void) | undefined;
}

/** A report, and what the formats need with it. */
export interface Checked {
  readonly report: Report;
  readonly context: RenderContext;
  /** The versions that the deployments have otherwise than before. */
  readonly versionChanges?: readonly VersionChange[];
}

/** The whole pipeline: what was read, then findings, coverage and the report. Throws as {@link inspect} does. */
export async function check(paths: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  const limits = new Limits({ seconds: options.timeout, onStep: options.onStep });
  const looked = await look(paths, { ...options, limits });
  const { inspection, then } = looked;
  const changes = then && versionChanges(then.model, inspection.model);
  return { ...checked(looked, options), ...(changes && { versionChanges: changes }) };
}

/** The second half of the pipeline, with what another inspection of the same workspace finds to compare with. */
export function reportOf(inspection: Inspection, base: Inspection, options: CheckOptions): Checked {
  return checked({ inspection, assessment: assess(inspection), base: assess(base) }, options);
}

/** The second half of the pipeline, with what records of a period say of the rules. */
export function reportOnRecords(
  inspection: Inspection,
  operation: Operation,
  options: CheckOptions,
): Checked {
  const { report, context } = checked({ inspection, assessment: assess(inspection, { operation }) }, options);
  return {
    report: { ...report, operation: summariseOperation(operation, assessedRules(inspection.model.rulesets)) },
    context,
  };
}

function onlyIn(assessment: Assessment, only: string | undefined): Assessment {
  if (only === undefined) return assessment;
  return { ...assessment, findings: assessment.findings.filter(({ file }) => file === only) };
}

function checked(looked: Looked, options: CheckOptions): Checked {
  const { inspection, base, settingsChange } = looked;
  const { settings, discovery, model, falcoVersion } = inspection;
  const assessment = onlyIn(looked.assessment, options.only);
  const difference = base === undefined ? undefined : compare(base, assessment);
  const files = model.project.sources.filter(
    ({ kind, embedding }) => kind !== "other" && embedding === undefined,
  );
  const { findings, coverage, rules } = assessment;
  const names = new Set(rules.map(({ name }) => name));
  const counts = { files: files.length, rules: names.size, falcoVersion };
  const changes = { difference, settingsChange, missingBase: options.missingBase };
  const summary = summarise(counts, assessment, settings, changes);
  return {
    report: {
      version: 1,
      tool: { name: "falcoverage", version },
      summary,
      findings,
      coverage,
      rules,
      ...publishedRules(inspection),
      ...(difference === undefined ? {} : { difference }),
      ...(settingsChange === undefined ? {} : { settingsChange }),
    },
    context: { ...renderContext(discovery, options), rules: describeRules(rulesFor(inspection)) },
  };
}

/** The rules files of the Falco project that deployments load. */
function publishedRules({ model }: Inspection): Pick<Report, "publishedRules"> {
  const found = new Map<string, { artifact: string; version: string | null }>();
  for (const { rulesFiles } of model.stacks) {
    for (const { content } of rulesFiles.loaded) {
      if (content.kind !== "upstream") continue;
      const version = knownValue(content.version) ?? null;
      found.set(`${content.artifact} ${version}`, { artifact: content.artifact, version });
    }
  }
  return found.size === 0 ? {} : { publishedRules: [...found.values()] };
}

interface Looked {
  readonly inspection: Inspection;
  readonly assessment: Assessment;
  /** The earlier revision. */
  readonly then?: Inspection | undefined;
  readonly base?: Compared | undefined;
  readonly settingsChange?: SettingsChange | undefined;
}

/** What is there, and what it is compared with, if anything. */
async function look(paths: readonly string[], options: CheckOptions): Promise<Looked> {
  const report =
    options.base === undefined ? undefined : await readReport(options.root ?? process.cwd(), options.base);
  if (options.earlier !== undefined) {
    const checked = await checkChange(paths, options, options.earlier);
    return { ...checked, base: report ?? checked.base };
  }
  const inspection = await inspect(paths, options);
  return { inspection, assessment: assess(inspection, { limits: options.limits }), base: report };
}

function renderContext(
  { texts }: Discovery,
  { color, quiet, firstScreen, width }: CheckOptions,
): Omit<RenderContext, "rules"> {
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
  };
}
