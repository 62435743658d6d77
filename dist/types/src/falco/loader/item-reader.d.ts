import { type Span } from "../../project/index.js";
import type { EngineFeatures } from "../catalog/index.js";
import type { MapNode, ScalarNode, YamlNode } from "../yaml/index.js";
import type { DefinitionPart, Warn } from "./collector.js";
import { Context, type Diagnostic, type WarningCode } from "./diagnostic.js";
import { SourceScalar } from "./traced-text.js";
/** A rules file. */
export interface RulesText {
    /** Its path, for messages. */
    readonly name: string;
    readonly text: string;
}
/** Diagnostic sink for one file. */
export interface ReadReport {
    readonly warn: Warn;
    /** Reports an error; returns whether to continue with the next item. */
    readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}
export declare const ruleKeys: {
    readonly append: readonly ["condition", "output", "desc", "tags", "exceptions"];
    readonly replace: readonly ["condition", "output", "desc", "priority", "capture", "capture_duration", "tags", "exceptions", "enabled", "warn_evttypes", "skip-if-unknown-filter"];
};
export declare const knownKeys: {
    readonly required_engine_version: readonly ["required_engine_version"];
    readonly required_plugin_versions: readonly ["required_plugin_versions"];
    readonly list: readonly ["list", "items", "append", "override"];
    readonly macro: readonly ["macro", "condition", "append", "override"];
    readonly rule: readonly ["rule", "condition", "output", "desc", "priority", "capture", "capture_duration", "tags", "exceptions", "enabled", "warn_evttypes", "skip-if-unknown-filter", "source", "override", "append"];
};
/** Reads the values of items of one rules file, and reports missing values and those of the wrong kind. */
export declare class ItemReader {
    #private;
    readonly features: EngineFeatures;
    /** The file as a whole. */
    readonly context: Context;
    /** Number of errors so far. */
    failures: number;
    constructor(file: RulesText, fileIndex: number, features: EngineFeatures, report: ReadReport);
    /** Runs a step and reports its error. Returns its result, or whether to continue after the error. */
    attempt(step: () => boolean): boolean;
    /** The result of a step, or a substitute after an error, so that errors in the rest of the item are found. */
    or<T>(standIn: T, step: () => T): T;
    fail(context: Context, message: string, at?: Parameters<Context["diagnostic"]>[2], suggestion?: string): never;
    warn(code: WarningCode, context: Context, message: string, span?: Span, suggestion?: string): void;
    warnUnknownKeys(item: MapNode, kind: keyof typeof knownKeys, context: Context): void;
    /** A key or a value as text; the engine reads null as the word `null`. */
    nameOf(node: YamlNode): string;
    /** An error that the engine does not expect here and reports for the whole file. */
    breakOff(message: string, node: YamlNode): never;
    text(item: MapNode, key: string, context: Context): SourceScalar;
    optionalText(item: MapNode, key: string, context: Context, mayBeEmpty: boolean): SourceScalar | undefined;
    boolean(item: MapNode, key: string, context: Context): boolean | undefined;
    requiredBoolean(item: MapNode, key: string, context: Context): boolean;
    unsigned(item: MapNode, key: string, context: Context): number | undefined;
    requiredUnsigned(item: MapNode, key: string, context: Context): number;
    scalars(item: MapNode, key: string, context: Context, optional: boolean): SourceScalar[];
    scalar(node: ScalarNode): SourceScalar;
    part(item: MapNode, action: DefinitionPart["action"]): DefinitionPart;
    at(node: YamlNode): {
        fileIndex: number;
        span: Span;
    };
    spanAt(span: Span): {
        fileIndex: number;
        span: Span;
    };
}
