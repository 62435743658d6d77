import { type Priority } from "../catalog/index.js";
import type { RulesText } from "./item-reader.js";
import { type LoadOptions } from "./load.js";
/** The output of `falco -L` with `json_output`: the definitions as the engine sees them. */
export interface Description {
    readonly required_engine_version: string;
    readonly required_plugin_versions: readonly RequiredPlugin[];
    readonly rules: readonly RuleDescription[];
    readonly macros: readonly MacroDescription[];
    readonly lists: readonly ListDescription[];
}
export interface RequiredPlugin {
    readonly name: string;
    readonly version: string;
    readonly alternatives: readonly {
        readonly name: string;
        readonly version: string;
    }[];
}
interface ConditionDetails {
    /** Macros and lists that the condition as written names. */
    readonly macros: readonly string[];
    readonly lists: readonly string[];
    readonly condition_operators: readonly string[];
    readonly condition_fields: readonly string[];
    readonly events: readonly string[];
    readonly condition_compiled: string;
    readonly plugins: readonly string[];
}
export interface RuleDescription {
    readonly info: {
        readonly name: string;
        readonly condition: string;
        readonly priority: Priority;
        readonly output: string;
        readonly description: string;
        readonly enabled: boolean;
        readonly source: string;
        /** Since 0.42. */
        readonly capture?: boolean;
        readonly capture_duration?: number;
        readonly tags: readonly string[];
    };
    readonly details: ConditionDetails & {
        readonly output_fields: readonly string[];
        readonly output_compiled: string;
        readonly exception_names: readonly string[];
        readonly exception_fields: readonly string[];
        readonly exception_operators: readonly string[];
    };
}
export interface MacroDescription {
    readonly info: {
        readonly name: string;
        readonly condition: string;
    };
    readonly details: ConditionDetails & {
        readonly used: boolean;
    };
}
export interface ListDescription {
    readonly info: {
        readonly name: string;
        readonly items: readonly string[];
    };
    readonly details: {
        readonly used: boolean;
        readonly lists: readonly string[];
        readonly items_compiled: readonly string[];
        readonly plugins: readonly string[];
    };
}
/** The definitions of files that Falco loads in this order, as its engine sees them; undefined if they do not load. */
export declare function describe(files: readonly RulesText[], options?: LoadOptions): Description | undefined;
export {};
