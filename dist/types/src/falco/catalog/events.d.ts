import type { FieldType } from "./field-type.js";
/** All events of one name: the enter and exit events of a system call, in every layout that it has had. */
export interface EventInfo {
    readonly name: string;
    /** Number of the engine's event codes with this name. */
    readonly codes: number;
    /** Names of the system calls that raise it; by default its own name. */
    readonly syscalls: readonly string[];
    /** Whether it stands for all system calls that have no event of their own. */
    readonly generic: boolean;
}
/** A parameter of events, `evt.arg.NAME`. */
export interface ParameterInfo {
    readonly name: string;
    /** Type of `evt.rawarg.NAME`. */
    readonly type: FieldType;
    /** Names of the events that have it. */
    readonly events: readonly string[];
}
/**
 * Parameters by name, of all versions. Source: the event table of libs.
 */
export declare const parameters: ReadonlyMap<string, ParameterInfo>;
/** Whether an event of a version of Falco has this name; those of plugins and system calls without one do not count. */
export declare function isEvent(version: string, name: string): boolean;
/** The parameter with the longest name that the text starts with. */
export declare function parameterAtStart(text: string): ParameterInfo | undefined;
/** The events and system calls of one version of Falco. Source: the tables of libs. */
export declare class EventTable {
    #private;
    readonly events: readonly EventInfo[];
    /** Names of all system calls. */
    readonly syscalls: readonly string[];
    /** Names of events that plugins raise. */
    readonly pluginEvents: ReadonlySet<string>;
    constructor(version: string, pluginEvents: Iterable<string>);
    /** Whether `evt.type` can be compared with this name. */
    has(name: string): boolean;
    get names(): Iterable<string>;
}
