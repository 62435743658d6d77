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
    /** Definitions in files that are loaded before and are not at hand. What they stand for is not checked. */
    readonly known?: KnownDefinitions;
}
/** Names that files which are not at hand define. */
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
    /** The Falco that the files are loaded into: its fields and events. */
    readonly engine: LoaderEngine;
    readonly files: readonly FileResult[];
    /** Definitions in load order, each with all that later items made of it. */
    readonly rules: readonly RuleDefinition[];
    readonly macros: readonly MacroDefinition[];
    readonly lists: readonly ListDefinition[];
    /** The newest engine version that a file asks for; 0.0.0 when none does. */
    readonly requiredEngineVersion: VersionNumbers;
    /** Plugins that files ask for; the first of each is the one that is wanted, the others will do. */
    readonly requiredPlugins: readonly (readonly {
        readonly name: string;
        readonly version: string;
    }[])[];
}
/** What Falco says when it loads one of the files. It compiles all definitions again after each. */
export interface FileResult {
    readonly name: string;
    readonly successful: boolean;
    /** The first is Falco's; after it come those that it would find next. */
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
    /** Whether it is in a file that is not at hand. */
    readonly external: boolean;
    /** Whether a file that is not at hand defines it too, so that rules there may use this one. */
    readonly elsewhere: boolean;
    /** The items that define it and change it, in load order. `fileIndex` and `span` are those of the last that defines it. */
    readonly parts: readonly DefinitionPart[];
}
export interface ListDefinition extends Definition {
    readonly kind: "list";
    readonly items: readonly LocatedText[];
    /** With the items of the lists that it names. */
    readonly values: readonly LocatedText[];
    /** Whether a condition or another list names it. */
    readonly used: boolean;
}
export interface MacroDefinition extends Definition {
    readonly kind: "macro";
    /** The condition as written, which the spans of `condition` lead into; {@link TracedText.locate} leads to the file. */
    readonly text: TracedText;
    /** Undefined where it is no condition. */
    readonly condition: Condition | undefined;
    /** The condition with the values of lists, which the spans of `resolved` lead into. */
    readonly expanded: TracedText;
    /** With what macros and lists stand for; undefined where that is not known. */
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
    /** The condition as written, without exceptions. Spans of `condition` lead into it. */
    readonly text: TracedText;
    /** Undefined where it is no condition. */
    readonly condition: Condition | undefined;
    /** The condition with exceptions and the values of lists, which the spans of `resolved` lead into. */
    readonly expanded: TracedText;
    /** With exceptions and with what macros and lists stand for. */
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
    /** Whether Falco runs it if all files load: it may be left out for its source or for an unknown field. */
    readonly loaded: boolean;
    /** Names of the events that it can match; undefined where it is not known, or for events of a plugin. */
    readonly eventTypes: ReadonlySet<string> | undefined;
    /** Number of the engine's event codes with these names. */
    readonly eventCodes: number | undefined;
    /** As the engine names them: `proc.aname[2]`, `tolower(proc.name)`. */
    readonly outputFields: readonly string[];
}
/** Loads rules files as Falco would, in this order. Throws only for a version of Falco that there is not. */
export declare function load(files: readonly RulesText[], options?: LoadOptions): LoadResult;
/** As {@link load}, with the engine's own view of the definitions. */
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
    /** @throws RangeError for a version of Falco that is not known */
    constructor(options: EngineOptions);
    /** Why a field of an exception is none, for an event source. */
    findField(source: string, field: string): FieldProblem | undefined;
}
export {};
