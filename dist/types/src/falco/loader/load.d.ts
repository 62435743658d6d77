import { Engine, type EngineOptions, type FalcoVersion, FieldProblem, type Priority, type VersionNumbers } from "../catalog/index.js";
import { type Condition } from "../language/index.js";
import { Collector, type DefinitionPart } from "./collector.js";
import { type Diagnostic, type ErrorCode, type WarningCode } from "./diagnostic.js";
import type { Compiled } from "./entries.js";
import { EventTypeAnalysis } from "./event-types.js";
import { type ExceptionInfo } from "./exceptions.js";
import type { RulesText } from "./item-reader.js";
import { type FileSpan, TracedText } from "./traced-text.js";
export interface LoadOptions extends EngineOptions {
    /** Definitions in earlier files that are not available. Their content is not checked. */
    readonly known?: KnownDefinitions;
}
/** Names that unavailable files define. */
export interface KnownDefinitions {
    readonly rules?: readonly {
        readonly name: string;
        readonly source?: string;
        readonly priority?: string;
        readonly tags?: readonly string[];
        readonly enabled?: boolean;
    }[];
    readonly macros?: readonly {
        readonly name: string;
    }[];
    readonly lists?: readonly {
        readonly name: string;
    }[];
}
/** Falco's verdict on files that it loads together, in this order. */
export interface LoadResult {
    /** Whether Falco starts with them. */
    readonly loads: boolean;
    readonly version: FalcoVersion;
    /** With what the files were loaded, to load other texts of them in the same way. */
    readonly options: LoadOptions;
    /** The fields and events of the Falco that loads the files. */
    readonly engine: LoaderEngine;
    readonly files: readonly FileResult[];
    /** Definitions in load order, each with the changes of all later items. */
    readonly rules: readonly RuleDefinition[];
    readonly macros: readonly MacroDefinition[];
    readonly lists: readonly ListDefinition[];
    /** The newest engine version that a file requires; 0.0.0 if none does. */
    readonly requiredEngineVersion: VersionNumbers;
    /** Plugins that files require; the first of each group is the preferred one, the others are alternatives. */
    readonly requiredPlugins: readonly (readonly {
        readonly name: string;
        readonly version: string;
    }[])[];
}
/** Falco's diagnostics for one file. It compiles all definitions again after each file. */
export interface FileResult {
    readonly name: string;
    readonly successful: boolean;
    /** The first is Falco's; the others are those that it would find next. */
    readonly errors: readonly (Diagnostic & {
        readonly code: ErrorCode;
    })[];
    readonly warnings: readonly (Diagnostic & {
        readonly code: WarningCode;
    })[];
}
/** A text and the location where a file holds it. */
export interface LocatedText extends FileSpan {
    readonly text: string;
}
interface Definition extends FileSpan {
    readonly name: string;
    /** Whether it is in a file that is not available. */
    readonly external: boolean;
    /** Whether a file that is not available defines it too, so rules there may use this one. */
    readonly elsewhere: boolean;
    /** The items that define it and change it, in load order. `fileIndex` and `span` are those of the last that defines it. */
    readonly parts: readonly DefinitionPart[];
}
export interface ListDefinition extends Definition {
    readonly kind: "list";
    readonly items: readonly LocatedText[];
    /** Including the items of lists that it names. */
    readonly values: readonly LocatedText[];
    /** Whether a condition or another list names it. */
    readonly used: boolean;
}
export interface MacroDefinition extends Definition {
    readonly kind: "macro";
    /**
     * The condition as written, to which the spans of `condition` refer; {@link TracedText.locate} maps them to the
     * file.
     */
    readonly text: TracedText;
    /** Undefined if the text is not a condition. */
    readonly condition: Condition | undefined;
    /** The condition with the values of lists, to which the spans of `resolved` refer. */
    readonly expanded: TracedText;
    /** With macros and lists expanded; undefined if one of them is unknown. */
    readonly resolved: Condition | undefined;
    readonly used: boolean;
}
/** An exception with the values that all items give it. */
export interface RuleException extends FileSpan {
    readonly name: string;
    /** One field or operator with single values, or several with tuples. */
    readonly info: ExceptionInfo;
}
export interface RuleDefinition extends Definition {
    readonly kind: "rule";
    /** The condition as written, without exceptions. Spans of `condition` refer to it. */
    readonly text: TracedText;
    /** Undefined if the text is not a condition. */
    readonly condition: Condition | undefined;
    /** The condition with exceptions and the values of lists, to which the spans of `resolved` refer. */
    readonly expanded: TracedText;
    /** With exceptions, and with macros and lists expanded. */
    readonly resolved: Condition | undefined;
    readonly output: TracedText;
    readonly description: string;
    readonly priority: Priority;
    readonly source: string;
    readonly enabled: boolean;
    readonly tags: readonly LocatedText[];
    readonly exceptions: readonly RuleException[];
    readonly warnEventTypes: boolean;
    readonly skipIfUnknownFilter: boolean;
    readonly capture: boolean;
    readonly captureDuration: number;
    /** Whether Falco runs it if all files load; it skips some rules for their source or for an unknown field. */
    readonly loaded: boolean;
    /** Names of the events that it can match; undefined if unknown, or for events of a plugin. */
    readonly eventTypes: ReadonlySet<string> | undefined;
    /** Number of the engine's event codes with these names. */
    readonly eventCodes: number | undefined;
    /** As the engine names them: `proc.aname[2]`, `tolower(proc.name)`. */
    readonly outputFields: readonly string[];
}
/** Loads rules files as Falco would, in this order. Throws only for a version of Falco that does not exist. */
export declare function load(files: readonly RulesText[], options?: LoadOptions): LoadResult;
/** Like {@link load}, with the engine's own view of the definitions. */
export declare function loadCompiled(files: readonly RulesText[], options?: LoadOptions): {
    result: LoadResult;
    collector: Collector;
    compiled: Compiled;
    engine: LoaderEngine;
};
/** Falco's verdict alone, without the definitions. */
export declare function loadResults(files: readonly RulesText[], options?: LoadOptions): readonly FileResult[];
/** A Falco of a version with its plugins. */
export declare class LoaderEngine extends Engine {
    readonly eventTypes: EventTypeAnalysis;
    /** @throws RangeError for an unknown version of Falco */
    constructor(options: EngineOptions);
    /** Why a field of an exception is not one of the event source. */
    findField(source: string, field: string): FieldProblem | undefined;
}
export {};
