import type { FieldType } from "./field-type.js";
export interface ArgumentInfo {
    readonly required: boolean;
    /** Whether brackets can hold a number. */
    readonly index: boolean;
    /** Whether brackets can hold a name. */
    readonly key: boolean;
}
export interface FieldInfo {
    readonly name: string;
    readonly type: FieldType;
    readonly list: boolean;
    readonly argument?: ArgumentInfo;
    readonly deprecated: boolean;
    /** Whether transformers accept it. */
    readonly transformable: boolean;
    /** Whether it can be compared with another field, on either side. */
    readonly comparable: boolean;
    /** Whether Falco adds it to outputs automatically. */
    readonly suggested: boolean;
    /** Undefined for a field of the core engine. */
    readonly plugin?: string;
    /** `syscall`, a plugin's source, or `*`: all. */
    readonly source: string;
    /** First version of Falco that has it; undefined for the oldest known. */
    readonly since?: string;
    /** First version of Falco that lacks it. */
    readonly removedIn?: string;
}
/** A field of a plugin that the data do not have. */
export interface DeclaredField {
    readonly name: string;
    readonly type: FieldType | "string" | "uint64" | "bool" | "reltime" | "abstime" | "ipaddr" | "ipnet";
    readonly list?: boolean;
    readonly argument?: Partial<ArgumentInfo>;
    /** Event source; by default `*`, all. */
    readonly source?: string;
}
/** A plugin with known fields. */
export interface PluginInfo {
    readonly name: string;
    /** Source of the events that its fields are for; `*` is all. */
    readonly source: string;
    /** Whether it provides the source, and not only fields for it. */
    readonly providesSource: boolean;
    /** Newest known version. */
    readonly latest?: string;
    /** Values of `evt.type` that it adds to those of its source. */
    readonly events: readonly string[];
    readonly fields: readonly FieldInfo[];
}
/** Fields of the core engine that take a number in brackets. */
export declare const indexedFields: Set<string>;
/** Fields of the core engine that also take a name. */
export declare const keyedFields: Set<string>;
/** Fields of the core engine in all versions. Source: libs at each release. */
export declare const coreFields: readonly FieldInfo[];
/** The plugins of the Falco project. Source: the plugins' own tables of fields. */
export declare const plugins: ReadonlyMap<string, PluginInfo>;
export declare function declaredField(field: DeclaredField): FieldInfo;
