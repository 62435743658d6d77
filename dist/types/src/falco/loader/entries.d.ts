import type { Condition } from "../language/index.js";
import type { Kind, ListInfo, MacroInfo, RuleInfo, Warn } from "./collector.js";
import type { Diagnostic } from "./diagnostic.js";
import type { EventTypes } from "./event-types.js";
import type { MacroState } from "./macros.js";
import type { OutputToken } from "./output.js";
import type { SourceScalar, TracedText } from "./traced-text.js";
export interface CompiledList {
    readonly name: string;
    /** Including the items of lists that it names, if they are visible to the engine. */
    readonly items: readonly SourceScalar[];
    readonly used: boolean;
}
export interface CompiledMacro extends MacroState {
    readonly info: MacroInfo;
    /** The text of `condition`, with the values of lists. */
    readonly text: TracedText;
    readonly used: boolean;
}
export interface CompiledRule {
    readonly info: RuleInfo;
    /** The text of `resolved`, with exceptions and the values of lists. */
    readonly text: TracedText;
    readonly resolved?: Condition;
    readonly output: string;
    readonly outputTokens: readonly OutputToken[];
    /** Undefined for rules of plugins' events, and for an invalid condition. */
    readonly eventTypes?: EventTypes;
    /** Whether Falco runs it; it skips some rules with an unknown source or field. */
    readonly loaded: boolean;
}
export interface Compiled {
    readonly lists: ReadonlyMap<string, CompiledList>;
    readonly macros: ReadonlyMap<string, CompiledMacro>;
    readonly rules: ReadonlyMap<string, CompiledRule>;
}
/** A diagnostic of a step; an error can be a consequence of an earlier one. */
export type StepDiagnostic = {
    readonly warning: Parameters<Warn>[0];
} | {
    readonly error: Diagnostic;
    readonly follows: boolean;
};
/** The diagnostics and references of a compilation step, valid until one of its inputs changes. */
export interface Step {
    readonly diagnostics: StepDiagnostic[];
    readonly used: ReferableEntry[];
}
/** The steps, each done for all definitions of a kind before the next. */
export declare const steps: readonly ["list", "parse macro", "resolve macro", "rule"];
export type StepName = (typeof steps)[number];
/** The results of compiling a definition. */
export declare abstract class Entry {
    abstract readonly kind: Kind;
    readonly name: string;
    /** Position in the order of first definitions. */
    readonly index: number;
    steps: Partial<Record<StepName, Step>>;
    constructor({ name, index }: {
        readonly name: string;
        readonly index: number;
    });
}
/** The results of compiling a definition that others can name. */
export declare abstract class ReferableEntry extends Entry {
    abstract readonly kind: "list" | "macro";
    /** Steps that use it. */
    users: number;
    get used(): boolean;
}
export declare class ListEntry extends ReferableEntry implements CompiledList {
    readonly kind = "list";
    /** Position in the order in which lists are inserted into conditions. */
    readonly position: number;
    items: readonly SourceScalar[];
    constructor(info: ListInfo, position: number);
}
export declare class MacroEntry extends ReferableEntry implements CompiledMacro {
    readonly kind = "macro";
    info: MacroInfo;
    text: TracedText;
    condition: Condition | undefined;
    resolved?: Condition;
    extent?: NonNullable<MacroState["extent"]>;
    /** Whether its meaning is unknown, also because it is invalid. */
    external: boolean;
    constructor(info: MacroInfo);
    get visibility(): number;
}
export declare class RuleEntry extends Entry {
    readonly kind = "rule";
    compiled: CompiledRule | undefined;
}
export declare const stepsOf: Readonly<Record<Kind, readonly StepName[]>>;
export declare function inOrder<E extends Entry>(entries: Iterable<E>): E[];
