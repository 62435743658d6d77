import { type Assessment } from "./assess.js";
import { type Inspection, type InspectOptions } from "./inspect.js";
import { type EarlierFiles } from "./project/index.js";
import type { SettingsChange } from "./report/index.js";
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
export declare function checkChange(paths: readonly string[], options: GateOptions, earlier: EarlierFiles): Promise<CheckedChange>;
