import type { Span } from "../../project/index.js";
import type { Mark } from "../yaml/index.js";
/** Falco's codes of errors. */
export declare const errorCodes: readonly ["LOAD_ERR_FILE_READ", "LOAD_ERR_YAML_PARSE", "LOAD_ERR_YAML_VALIDATE", "LOAD_ERR_COMPILE_CONDITION", "LOAD_ERR_COMPILE_OUTPUT", "LOAD_ERR_VALIDATE", "LOAD_ERR_EXTENSION"];
/** Falco's codes of warnings, in its order. */
export declare const warningCodes: readonly ["LOAD_UNKNOWN_SOURCE", "LOAD_UNSAFE_NA_CHECK", "LOAD_NO_EVTTYPE", "LOAD_UNKNOWN_FILTER", "LOAD_UNUSED_MACRO", "LOAD_UNUSED_LIST", "LOAD_UNKNOWN_ITEM", "LOAD_DEPRECATED_ITEM", "LOAD_WARNING_EXTENSION", "LOAD_APPEND_NO_VALUES", "LOAD_EXCEPTION_NAME_NOT_UNIQUE", "LOAD_INVALID_MACRO_NAME", "LOAD_INVALID_LIST_NAME", "LOAD_COMPILE_CONDITION", "LOAD_UNKNOWN_KEY"];
export type ErrorCode = (typeof errorCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type FalcoCode = ErrorCode | WarningCode;
/** Falco's name for the subject of an error. */
export type ItemType = "value for" | "exceptions" | "exception" | "exception values" | "exception value" | "rules content" | "rules content item" | "required_engine_version" | "required plugin versions" | "required plugin versions entry" | "required plugin versions alternative" | "list" | "list item" | "macro" | "macro condition" | "rule" | "rule condition" | "condition expression" | "rule output" | "rule output expression" | "rule priority" | "overrides" | "extension item";
/** A position as Falco reports it: from 0, in bytes. */
export interface FalcoPosition {
    /** The position in the file; in a condition, of the start of its text. */
    readonly name: string;
    readonly line: number;
    readonly column: number;
    readonly offset: number;
}
/** A step on Falco's path to an error: the file, the item, the value. */
export interface FalcoLocation {
    readonly itemType: ItemType;
    readonly itemName: string;
    readonly position: FalcoPosition;
}
/** An error or a warning of Falco, with Falco's own position and with the token at fault. */
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
    /** The file of `span`. It may be an earlier file than the one with this result. */
    readonly fileIndex: number;
    /** The token at fault, as UTF-16 offsets into the file's text. */
    readonly span: Span;
    /** The existing name that was likely meant. */
    readonly suggestion?: string;
    /** Set for errors that Falco would report only after the earlier ones are fixed. */
    readonly ours?: true;
}
/** Falco's path to a node, from the inside out. */
export declare class Context {
    #private;
    readonly parent: Context | undefined;
    readonly itemType: ItemType;
    readonly itemName: string;
    readonly position: FalcoPosition;
    readonly fileIndex: number;
    /** Of the node itself, in its file. */
    readonly span: Span;
    private constructor();
    static file(name: string, fileIndex: number, length: number): Context;
    /** The context of a node in this one. */
    of(node: {
        mark: Mark;
        span: Span;
    }, itemType: ItemType, itemName?: string): Context;
    /**
     * A location in a condition. Falco adds the position in the condition's text, with lines and columns from 1, to
     * that of the condition, even where YAML puts other text between them.
     */
    inCondition(text: string, at: {
        index: number;
        line: number;
        column: number;
    }): Context;
    get locations(): FalcoLocation[];
    /** Makes a diagnostic here, or at a more precise location in the files. */
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
    /** Whether it is a consequence of an error in an earlier item. */
    readonly follows: boolean;
    constructor(diagnostic: Diagnostic, follows?: boolean);
}
