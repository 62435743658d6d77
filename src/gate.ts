import { type Assessment, assess } from "./assess.ts";
import { compare } from "./compliance/index.ts";
import { type ConfigFile, MissingSharedFile, readConfig } from "./configuration/index.ts";
import { type Inspection, type InspectOptions, inspect, onDisk, withRequirementsOf } from "./inspect.ts";
import { type EarlierFiles, isIgnoreFile, Revision, UsageError } from "./project/index.ts";
import type { SettingsChange } from "./report/index.ts";
import { hiddenLines, settingLines } from "./setting-lines.ts";
import { type Gate, resolveSettings } from "./settings.ts";

/** What decides, what it is compared with, and what a change of settings would do. */
export interface CheckedChange {
  readonly inspection: Inspection;
  /** The earlier revision. */
  readonly then: Inspection;
  readonly assessment: Assessment;
  readonly base: Assessment;
  readonly settingsChange: SettingsChange | undefined;
}

export interface GateOptions extends InspectOptions {
  readonly gate?: string | undefined;
}

/**
 * Checks the files on disk by the settings of the revision that they are a change of, so that a change cannot decide
 * what is checked and which thresholds apply. By the change's own settings where the earlier revision or the caller
 * wants that (`gate: head`), and where the earlier revision has no configuration and no Falco.
 *
 * @throws UsageError as `inspect` does
 */
export async function checkChange(
  paths: readonly string[],
  options: GateOptions,
  earlier: EarlierFiles,
): Promise<CheckedChange> {
  const { files: disk } = onDisk(options);
  const before = new Revision(disk.root, earlier);
  const baseConfig = readable(() => readConfig(before, options.config));
  const gate: Gate =
    baseConfig === undefined ? "head" : resolveSettings({ gate: options.gate }, baseConfig.config).gate;
  if (gate === "base" && baseConfig !== undefined) {
    const today = await inspect(paths, options, { files: disk, settings: before });
    const then = await inspect(paths, options, { files: before, settings: before, today });
    if (baseConfig.file !== undefined || hasFalco(then)) {
      const checked = await byBase(today, then, options);
      const own = await ownSettings(paths, options, disk, checked, { baseConfig, earlier });
      return { ...checked, settingsChange: own };
    }
  }
  const today = await inspect(paths, options, { files: disk, settings: disk });
  const then = await inspect(paths, options, { files: before, settings: disk, today });
  const { limits } = options;
  return {
    inspection: today,
    then,
    assessment: assess(today, { limits }),
    base: assess(then, { limits }),
    settingsChange: undefined,
  };
}

/** Whether there is anything that a change could take away. */
function hasFalco({ model }: Inspection): boolean {
  return model.stacks.length > 0 || model.rulesets.length > 0 || model.compliance.matrices.length > 0;
}

async function byBase(today: Inspection, then: Inspection, { limits }: GateOptions) {
  // Findings are of the files as they are, the requirements are those of the base.
  const assessment = assess(today, { limits, requirements: await withRequirementsOf(today, then) });
  return { inspection: today, assessment, then, base: assess(then, { limits }) };
}

/** What the change's own settings would make of it; undefined where it does not change any. */
async function ownSettings(
  paths: readonly string[],
  options: GateOptions,
  disk: Revision,
  { inspection, assessment, then, base }: Awaited<ReturnType<typeof byBase>>,
  before: { readonly baseConfig: ConfigFile; readonly earlier: EarlierFiles },
): Promise<SettingsChange | undefined> {
  const known = new Set(base.ignored.map(({ fingerprint }) => fingerprint));
  const hidden = hiddenLines(assessment.ignored.filter(({ fingerprint }) => !known.has(fingerprint)));
  const config = readConfig(disk, options.config);
  const ignoreFiles = [...before.earlier.files.keys()].filter(isIgnoreFile);
  const lines = settingLines({
    disk,
    before: new Revision(disk.root, before.earlier),
    ignoreFiles,
    config,
    baseConfig: before.baseConfig,
    today: inspection,
    then,
  });
  if (lines.length === 0)
    return hidden.length === 0
      ? undefined
      : { lines: hidden, difference: null, files: { left: [], joined: [] } };
  const own = await inspect(paths, options, { files: disk, settings: disk });
  const difference = compare(assessment, assess(own, { limits: options.limits }));
  const [files, ownFiles] = [filesOf(inspection), filesOf(own)];
  return {
    lines: [...lines, ...hidden],
    difference,
    files: {
      left: [...files].filter((file) => !ownFiles.has(file)),
      joined: [...ownFiles].filter((file) => !files.has(file)),
    },
  };
}

/** The files that mean something to the check. */
function filesOf({ model }: Inspection): Set<string> {
  return new Set(model.project.sources.filter(({ kind }) => kind !== "other").map(({ file }) => file));
}

/** Undefined where the base's own configuration is wrong, which its branch has failed for. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    // A file of another repository that cannot be had must not hand the decision to the change.
    if (error instanceof UsageError && !(error instanceof MissingSharedFile)) return undefined;
    throw error;
  }
}
