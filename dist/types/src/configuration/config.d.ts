import { type Location, type MapNode, type Text, UsageError } from "../project/index.js";
/** A field of a plugin that the tool does not know. */
export interface DeclaredField {
    readonly name: string;
    readonly type: "string" | "uint64" | "bool" | "reltime" | "abstime" | "ipaddr" | "ipnet";
    readonly list?: boolean;
    readonly argument?: "none" | "key" | "index" | "optional-key" | "optional-index";
    readonly source?: string;
}
/** By id of a lint rule or `<category>/*`: its severity. */
export type RuleSettings = Readonly<Record<string, "off" | "notice" | "warning" | "error">>;
/** Settings for some files. */
export interface Override {
    /** Patterns in the syntax of `.gitignore`. */
    readonly files: readonly string[];
    readonly rules: RuleSettings;
}
/** The repository's own settings, as `schemas/config.schema.json` describes them. */
export interface Config {
    /** Files and presets whose settings these go over. */
    readonly extends?: readonly string[];
    readonly overrides?: readonly Override[];
    readonly paths?: readonly string[];
    readonly exclude?: readonly string[];
    readonly matrix?: string;
    readonly frameworks?: readonly string[];
    readonly "falco-version"?: string | number;
    readonly "kubernetes-version"?: string | number;
    readonly "schema-location"?: readonly string[];
    readonly level?: string;
    readonly "fail-on"?: string;
    readonly "min-confidence"?: string;
    readonly "fail-on-regression"?: boolean;
    readonly "only-new"?: boolean;
    readonly gate?: string;
    readonly baseline?: string;
    readonly scope?: string;
    readonly "min-coverage"?: number | Readonly<Record<string, number>>;
    /** Least breadth of a control that is proven, in percent. */
    readonly "min-breadth"?: number;
    /** Least share of time, of events and of alerts of a rule that operated over a period, in percent. */
    readonly "min-operating"?: number;
    /** What marks an alert as one of a drill: values by field. */
    readonly drills?: readonly Readonly<Record<string, string | number>>[];
    readonly organisation?: Readonly<Record<string, readonly (string | number)[]>>;
    readonly rules?: RuleSettings;
    /** Files with policies of the user's own. */
    readonly policies?: readonly string[];
    readonly plugins?: readonly string[];
    readonly fields?: readonly DeclaredField[];
    readonly assume?: Readonly<Record<string, unknown>>;
}
/** One file of settings, as written. */
export interface ConfigText {
    readonly config: Config;
    /** What the file says, with locations; undefined for an empty one. */
    readonly root: MapNode | undefined;
}
/** @throws UsageError with file, line and column where it is not YAML or not as its schema says */
export declare function parseConfig(text: Text): ConfigText;
/** What is wrong with the configuration, and where. */
export declare function refused({ text, span }: Location, message: string): UsageError;
