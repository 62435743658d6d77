import type { FieldType } from "./field-type.js";
export interface ArgumentInfo {
    readonly required: boolean;
    /** Whether a number may stand between the brackets. */
    readonly index: boolean;
    /** Whether a name may. */
    readonly key: boolean;
}
export interface FieldInfo {
    readonly name: string;
    readonly type: FieldType;
    readonly list: boolean;
    readonly argument?: ArgumentInfo;
    readonly deprecated: boolean;
    /** Whether transformers take it. */
    readonly transformable: boolean;
    /** Whether it can be compared with another field, on either side. */
    readonly comparable: boolean;
    /** Whether Falco adds it to outputs by itself. */
    readonly suggested: boolean;
    /** Undefined for a field of the core engine. */
    readonly plugin?: string;
    /** `syscall`, a plugin's source, or `*`: all. */
    readonly source: string;
    /** First version of Falco that has it; the oldest known when not said. */
    readonly since?: string;
    /** First version of Falco that lacks it. */
    readonly removedIn?: string;
}
/** A field that the data do not know: of a plugin of one's own. */
export interface DeclaredField {
    readonly name: string;
    readonly type: FieldType | "string" | "uint64" | "bool" | "reltime" | "abstime" | "ipaddr" | "ipnet";
    readonly list?: boolean;
    readonly argument?: Partial<ArgumentInfo>;
    /** Event source; `*`, all, when not said. */
    readonly source?: string;
}
/** A plugin whose fields are known. */
export interface PluginInfo {
    readonly name: string;
    /** Source of the events that its fields are for; `*` is all. */
    readonly source: string;
    /** Whether it brings the source, and not only fields for it. */
    readonly providesSource: boolean;
    /** Newest version that is known. */
    readonly latest?: string;
    /** Names that `evt.type` has for the events that it raises among those of its source. */
    readonly events: readonly string[];
    readonly fields: readonly FieldInfo[];
}
/** Fields of the core engine that take what is between brackets as a number. */
export declare const indexedFields: Set<string>;
/** Those that take a name too. */
export declare const keyedFields: Set<string>;
/** Fields of the core engine in all versions. Source: libs at each release. */
export declare const coreFields: readonly FieldInfo[];
/** The plugins of the Falco project. Source: the plugins' own tables of fields. */
export declare const plugins: ReadonlyMap<string, PluginInfo>;
export declare function declaredField(field: DeclaredField): FieldInfo;
