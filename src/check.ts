import { type Assessment, assess, rulesFor } from "./assess.ts";
import { assessedRules, type Compared, compare } from "./compliance/index.ts";
import { type Operation, summariseOperation } from "./evidence/index.ts";
import { checkChange } from "./gate.ts";
import { type Inspection, type InspectOptions, inspect } from "./inspect.ts";
import type { LintRule } from "./lint/index.ts";
import { type EarlierFiles, Limits } from "./project/index.ts";
import { type Report, type RuleFacts, readReport, type SettingsChange, summarise } from "./report/index.ts";
import { type Checked, type CheckResult, type Presentation, present } from "./result.ts";
import { knownValue } from "./stack/index.ts";
import { versionChanges } from "./upgrade/index.ts";
import { version } from "./version.ts";

export { findingsOf } from "./assess.ts";
export { evidenceOf, type Inspection, type InspectOptions, inspect, inThePast, onDisk } from "./inspect.ts";

export interface CheckOptions extends InspectOptions, Presentation {
  /** A JSON report to compare with. */
  readonly base?: string | undefined;
  /** The files that an earlier revision had otherwise, to compare with. */
  readonly earlier?: EarlierFiles | undefined;
  /** The one file whose findings are reported, from the workspace; the others are still read. */
  readonly only?: string | undefined;
  /** Why there is no earlier revision to compare with where there should be one: losses cannot be seen then. */
  readonly missingBase?: string | undefined;
  /** Seconds that the check may take. */
  readonly timeout?: number | undefined;
  /** Takes what begins, in a few words. */
  readonly onStep?: ((step: string) => void) | undefined;
}

/** What a check found, with the texts that it read. */
interface Finished {
  readonly result: CheckResult;
  readonly contentOf: (file: string) => string | undefined;
}

/** The whole pipeline: what was read, then findings, coverage and the report. Throws as {@link inspect} does. */
export async function check(paths: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  return presented(await finish(paths, options), options);
}

/** As {@link check}, before it is decided how the report is shown. */
export async function finish(paths: readonly string[], options: CheckOptions): Promise<Finished> {
  const limits = new Limits({ seconds: options.timeout, onStep: options.onStep });
  const looked = await look(paths, { ...options, limits });
  const { inspection, then } = looked;
  const changes = then && versionChanges(then.model, inspection.model);
  const { result, contentOf } = finished(looked, options);
  return { result: { ...result, ...(changes && { versionChanges: changes }) }, contentOf };
}

/** The second half of the pipeline, with what another inspection of the same workspace finds to compare with. */
export function reportOf(inspection: Inspection, base: Inspection, options: CheckOptions): Checked {
  return presented(
    finished({ inspection, assessment: assess(inspection), base: assess(base) }, options),
    options,
  );
}

/** The second half of the pipeline, with what records of a period say of the rules. */
export function reportOnRecords(
  inspection: Inspection,
  operation: Operation,
  options: CheckOptions,
): Checked {
  const assessment = assess(inspection, { operation });
  const { report, context } = presented(finished({ inspection, assessment }, options), options);
  return {
    report: { ...report, operation: summariseOperation(operation, assessedRules(inspection.model.rulesets)) },
    context,
  };
}

function presented({ result, contentOf }: Finished, options: CheckOptions): Checked {
  return present(result, contentOf, options);
}

function onlyIn(assessment: Assessment, only: string | undefined): Assessment {
  if (only === undefined) return assessment;
  return { ...assessment, findings: assessment.findings.filter(({ file }) => file === only) };
}

function finished(looked: Looked, options: CheckOptions): Finished {
  const { inspection, base, settingsChange } = looked;
  const { settings, discovery, model, falcoVersion } = inspection;
  const assessment = onlyIn(looked.assessment, options.only);
  const difference = base === undefined ? undefined : compare(base, assessment);
  const files = model.project.sources.filter(
    ({ kind, embedding }) => kind !== "other" && kind !== "script" && embedding === undefined,
  );
  const { findings, coverage, rules, routes } = assessment;
  const names = new Set(rules.map(({ name }) => name));
  const counts = { files: files.length, rules: names.size, falcoVersion };
  const changes = { difference, settingsChange, missingBase: options.missingBase };
  const summary = summarise(counts, assessment, settings, changes);
  const report: Report = {
    version: 1,
    tool: { name: "falcoverage", version },
    summary,
    findings,
    coverage,
    rules,
    ...(routes.length > 0 && { routes }),
    ...publishedRules(inspection),
    ...(difference === undefined ? {} : { difference }),
    ...(settingsChange === undefined ? {} : { settingsChange }),
  };
  const contents = new Map(discovery.texts.map(({ file, content }) => [file, content]));
  return {
    result: { report, rules: rulesFor(inspection).map(factsOf), files: [...contents.keys()] },
    contentOf: (file) => contents.get(file),
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

function factsOf({ id, severity, confidence, summary, page }: LintRule): RuleFacts {
  return { id, severity, confidence, summary, ...(page !== undefined && { page }) };
}
