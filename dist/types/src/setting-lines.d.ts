import type { ConfigFile } from "./configuration/index.js";
import type { Inspection } from "./inspect.js";
import type { Finding } from "./lint/index.js";
import type { Revision } from "./project/index.js";
import type { SettingLine } from "./report/index.js";
/** The settings of a change and of what it starts from. */
interface Settings {
    readonly disk: Revision;
    readonly before: Revision;
    /** Ignore files that the change touches. */
    readonly ignoreFiles: readonly string[];
    readonly config: ConfigFile;
    readonly baseConfig: ConfigFile;
    /** The files on disk, and the earlier ones, by the earlier settings. */
    readonly today: Inspection;
    readonly then: Inspection;
}
/** The lines of a change that change what the check looks at and asks for. */
export declare function settingLines(settings: Settings): SettingLine[];
/** The lines of findings that comments of the change hide. */
export declare function hiddenLines(hidden: readonly Finding[]): SettingLine[];
export {};
