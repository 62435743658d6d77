import { type Evidence } from "./compliance/index.js";
import { type ConfigFile } from "./configuration/index.js";
import type { Operation } from "./evidence/index.js";
import { type Baseline, type Model } from "./lint/index.js";
import type { Policies } from "./policy/index.js";
import { type ChangedFiles, type Discovery, type Limits, Revision } from "./project/index.js";
import { type Settings, type SettingsOptions } from "./settings.js";
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
export declare function onDisk({ root, overlay }: InspectOptions, today?: Inspection): View;
/** What an earlier revision had otherwise than the files on disk, by the settings of today. */
export declare function inThePast({ root }: InspectOptions, changed: ChangedFiles, today: Inspection): View;
/**
 * The first half of the pipeline: files, their kinds, the rules that Falco loads, and the requirements.
 *
 * @param paths files and folders; empty means what the configuration says, or all of the workspace
 * @throws UsageError when the call or the configuration is wrong, with one line that says what to change
 */
export declare function inspect(paths: readonly string[], options?: InspectOptions, view?: View): Promise<Inspection>;
/** What coverage is worked out from; runs the rule tests. */
export declare function evidenceOf({ model, settings, falcoVersion, renamed }: Inspection, operation?: Operation): Evidence;
/**
 * The inspection with the matrix, frameworks and signals of another one, and its rule tests count beside
 * those that only this one has. Where the other one has no framework, this one's matrix stays. A rule that only has another
 * name now is known by it, for the controls for which this one's matrix names it so.
 */
export declare function withRequirementsOf(inspection: Inspection, other: Inspection): Promise<Inspection>;
