import type { Span } from "../../project/index.js";
import type { Mark } from "../yaml/index.js";
/** Falco's codes of errors. */
export declare const errorCodes: readonly ["LOAD_ERR_FILE_READ", "LOAD_ERR_YAML_PARSE", "LOAD_ERR_YAML_VALIDATE", "LOAD_ERR_COMPILE_CONDITION", "LOAD_ERR_COMPILE_OUTPUT", "LOAD_ERR_VALIDATE", "LOAD_ERR_EXTENSION"];
/** Falco's codes of warnings, in its order. */
export declare const warningCodes: readonly ["LOAD_UNKNOWN_SOURCE", "LOAD_UNSAFE_NA_CHECK", "LOAD_NO_EVTTYPE", "LOAD_UNKNOWN_FILTER", "LOAD_UNUSED_MACRO", "LOAD_UNUSED_LIST", "LOAD_UNKNOWN_ITEM", "LOAD_DEPRECATED_ITEM", "LOAD_WARNING_EXTENSION", "LOAD_APPEND_NO_VALUES", "LOAD_EXCEPTION_NAME_NOT_UNIQUE", "LOAD_INVALID_MACRO_NAME", "LOAD_INVALID_LIST_NAME", "LOAD_COMPILE_CONDITION", "LOAD_UNKNOWN_KEY"];
export type ErrorCode = (typeof errorCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type FalcoCode = ErrorCode | WarningCode;
/** What Falco calls the thing that an error is about. */
export type ItemType = "value for" | "exceptions" | "exception" | "exception values" | "exception value" | "rules content" | "rules content item" | "required_engine_version" | "required plugin versions" | "required plugin versions entry" | "required plugin versions alternative" | "list" | "list item" | "macro" | "macro condition" | "rule" | "rule condition" | "condition expression" | "rule output" | "rule output expression" | "rule priority" | "overrides" | "extension item";
/** Where Falco says that something is: from 0, in bytes. */
export interface FalcoPosition {
    /** Of the file; in a condition the beginning of its text. */
    readonly name: string;
    readonly line: number;
    readonly column: number;
    readonly offset: number;
}
/** A step on Falco's path to an error: from the file over the item to the value. */
export interface FalcoLocation {
    readonly itemType: ItemType;
    readonly itemName: string;
    readonly position: FalcoPosition;
}
/** An error or a warning that Falco gives, where Falco reports it, and at the token that is at fault. */
export interface Diagnostic {
    readonly code: FalcoCode;
    /** What is wrong and what to write. */
    readonly message: string;
    /** Of the innermost location, as are name and position. */
    readonly itemType: ItemType;
    readonly itemName: string;
    readonly position: FalcoPosition;
    /** Falco's whole path, from the file inwards. */
    readonly locations: readonly FalcoLocation[];
    /** File that holds `span`. It may have been loaded before the one in whose result this is. */
    readonly fileIndex: number;
    /** The very token, as UTF-16 offsets into the file's text. */
    readonly span: Span;
    /** A name that is there and was likely meant. */
    readonly suggestion?: string;
    /** Set for errors that Falco would report only after the ones before are mended. */
    readonly ours?: true;
}
/** Falco's path to a thing, from the inside out. */
export declare class Context {
    #private;
    readonly parent: Context | undefined;
    readonly itemType: ItemType;
    readonly itemName: string;
    readonly position: FalcoPosition;
    readonly fileIndex: number;
    /** Of the thing itself, in its file. */
    readonly span: Span;
    private constructor();
    static file(name: string, fileIndex: number, length: number): Context;
    /** The context of a node in this one. */
    of(node: {
        mark: Mark;
        span: Span;
    }, itemType: ItemType, itemName?: string): Context;
    /**
     * A location in a condition. Falco adds its position in the condition's text, which counts lines and
     * columns from 1, to the position of the condition, whatever lies between.
     */
    inCondition(text: string, at: {
        index: number;
        line: number;
        column: number;
    }): Context;
    get locations(): FalcoLocation[];
    /** A diagnostic here, or at a more precise location in the files. */
    diagnostic<C extends FalcoCode>(code: C, message: string, at?: {
        fileIndex: number;
        span: Span;
    }, suggestion?: string): Diagnostic & {
        readonly code: C;
    };
}
/** An error that ends the loading of a file. */
export declare class LoadError extends Error {
    readonly diagnostic: Diagnostic;
    /** Whether it only follows from an error in an item before. */
    readonly follows: boolean;
    constructor(diagnostic: Diagnostic, follows?: boolean);
}
