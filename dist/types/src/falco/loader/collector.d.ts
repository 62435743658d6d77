import { type Span } from "../../project/index.js";
import { type FieldLookup, type Priority, type VersionNumbers } from "../catalog/index.js";
import { type Context, type Diagnostic, type WarningCode } from "./diagnostic.js";
import { type ExceptionInfo } from "./exceptions.js";
import { type FileSpan, type SourceScalar, TracedText } from "./traced-text.js";
/** An item of a rules file that defines something or changes it. */
export interface DefinitionPart extends FileSpan {
    readonly action: "define" | "append" | "replace" | "enable";
    /** Locations of its keys and their values; of a duplicate key the first, which is the one that counts. */
    readonly keys: ReadonlyMap<string, {
        readonly key: Span;
        readonly value: Span;
    }>;
}
interface Info {
    readonly name: string;
    context: Context;
    /** Position in the order of first definitions. */
    index: number;
    /** Position in the order of all items; definitions after it are not visible. */
    visibility: number;
    /** Whether it is in a file that is not available. */
    readonly external: boolean;
    /** Whether a file that is not available defines it too, so rules there may use this one. */
    readonly elsewhere?: boolean;
    parts: DefinitionPart[];
}
export interface ListInfo extends Info {
    items: SourceScalar[];
}
export interface MacroInfo extends Info {
    condition: TracedText;
    conditionContext: Context;
}
export interface RuleInfo extends Info {
    condition: TracedText;
    conditionContext: Context;
    output: TracedText;
    outputContext: Context;
    description: string;
    priority: Priority;
    /** Undefined only for a rule in a file that is not available. */
    source: string;
    unknownSource: boolean;
    enabled: boolean;
    capture: boolean;
    captureDuration: number;
    warnEventTypes: boolean;
    skipIfUnknownFilter: boolean;
    /** In the order of the items; see {@link mergeTags}. */
    tags: SourceScalar[];
    exceptions: ExceptionInfo[];
}
/** The changes that an item makes to a rule. */
export interface RuleUpdate {
    readonly name: string;
    readonly context: Context;
    readonly part: DefinitionPart;
    source: string;
    condition?: TracedText;
    output?: TracedText;
    description?: string;
    tags?: SourceScalar[];
    exceptions?: ExceptionInfo[];
    priority?: Priority;
    enabled?: boolean;
    capture?: boolean;
    captureDuration?: number;
    warnEventTypes?: boolean;
    skipIfUnknownFilter?: boolean;
}
/** Plugins of which one has to be loaded, in a version that is compatible. */
export interface PluginRequirement {
    readonly context: Context;
    readonly alternatives: readonly {
        readonly name: string;
        readonly version: string;
    }[];
}
/** What the collector needs from the engine. */
export interface Engine {
    readonly version: VersionNumbers;
    readonly sources: ReadonlySet<string>;
    /** Checks a field, which may have transformers, for an event source. */
    findField(source: string, field: string): FieldLookup["problem"];
    /** Whether exceptions trim blanks around operators and accept modifiers. */
    readonly exceptionModifiers: boolean;
    /** Whether an item that changes a rule has to match its source if it names one. */
    readonly checksSourceOfChanges: boolean;
}
export type Kind = "list" | "macro" | "rule";
/** Names of definitions by kind, in the order of the definitions that are new, and of items that had an error. */
export type Changes = Readonly<Record<Kind | "broken", Set<string>>>;
export type Warn = (warning: Diagnostic & {
    readonly code: WarningCode;
}) => void;
/** Definitions of all files so far, each with the changes of later items. */
export declare class Collector {
    #private;
    readonly lists: Map<string, ListInfo>;
    readonly macros: Map<string, MacroInfo>;
    readonly rules: Map<string, RuleInfo>;
    readonly requirements: PluginRequirement[];
    /** The newest required engine version. */
    requiredEngineVersion: VersionNumbers;
    constructor(engine: Engine);
    /** Names of definitions that are new or changed since the last call. */
    takeChanges(): Changes;
    markBroken(kind: Kind, name: string): void;
    /** Whether an item had an error and was dropped. */
    isBroken(kind: Kind, name: string): boolean;
    requireEngine(wanted: VersionNumbers, context: Context): void;
    requirePlugin(requirement: PluginRequirement): void;
    defineList(info: ListInfo): void;
    appendList(info: ListInfo): void;
    defineMacro(info: MacroInfo): void;
    appendMacro(info: MacroInfo): void;
    defineRule(info: RuleInfo, warn: Warn): void;
    /** A rule in a file that is not available, of which little is known. */
    addExternalRule(rule: {
        name: string;
        source?: string;
        priority?: string;
        enabled?: boolean;
    }, context: Context): void;
    appendRule(update: RuleUpdate): void;
    replaceRule(update: RuleUpdate): void;
    enableRule(name: string, enabled: boolean, context: Context, part: DefinitionPart): void;
}
/** Tags in the order of the engine's set, each once. */
export declare function mergeTags(tags: readonly SourceScalar[]): SourceScalar[];
export {};
