import { type Compared, type Evidence } from "./compliance/index.js";
import { type Baseline, type Finding, type Model } from "./lint/index.js";
import { type Config, type Discovery, type EarlierFiles } from "./project/index.js";
import { type RenderContext, type Report, type Summary } from "./report/index.js";
import { type Settings, type SettingsOptions } from "./settings.js";
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
    /** A file with findings to leave out; null: none, whatever the configuration says. */
    readonly baseline?: string | null | undefined;
    readonly color?: boolean | undefined;
    readonly quiet?: boolean | undefined;
    /** Columns of the terminal. */
    readonly width?: number | undefined;
}
/** A report, and what the formats need with it. */
export interface Checked {
    readonly report: Report;
    readonly context: RenderContext;
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
export declare function inspect(paths: readonly string[], options?: CheckOptions, earlier?: {
    readonly files: EarlierFiles;
    readonly today: Inspection;
}): Promise<Inspection>;
/** The whole pipeline: what was read, then findings, coverage and the report. Throws as {@link inspect} does. */
export declare function check(paths: readonly string[], options?: CheckOptions): Promise<Checked>;
/** The second half of the pipeline, with what another inspection of the same workspace finds to compare with. */
export declare function reportOf(inspection: Inspection, base: Inspection, options: CheckOptions): Checked;
/** What coverage is worked out from; runs the rule tests. */
export declare function evidenceOf({ model, settings, falcoVersion }: Inspection): Evidence;
interface Assessment extends Compared {
    readonly findings: readonly Finding[];
    readonly suppressed: Summary["suppressed"];
}
/** What a check reports of the files, without coverage. */
export declare function findingsOf(inspection: Inspection): Pick<Assessment, "findings" | "suppressed">;
export {};
