import type { Collector, Kind, ListInfo, MacroInfo, RuleInfo, Warn } from "./collector.js";
import type { Condition } from "./condition/ast.js";
import { type Diagnostic } from "./diagnostic.js";
import type { EventTypeAnalysis, EventTypes } from "./event-types.js";
import type { EventTable } from "./events.js";
import type { LoaderFeatures } from "./features.js";
import type { FieldTable } from "./fields.js";
import { type MacroState } from "./macros.js";
import { type OutputToken } from "./output.js";
import type { SourceScalar } from "./traced-text.js";
import { TracedText } from "./traced-text.js";
/** What rules are compiled against. */
export interface CompileEnvironment {
    readonly fields: FieldTable;
    readonly events: EventTable;
    readonly eventTypes: EventTypeAnalysis;
    readonly features: LoaderFeatures;
}
export interface CompiledList {
    readonly name: string;
    /** With the items of the lists that it names, of those that the engine sees. */
    readonly items: readonly SourceScalar[];
    readonly used: boolean;
}
export interface CompiledMacro extends MacroState {
    readonly info: MacroInfo;
    /** What `condition` was parsed from: with the values of lists. */
    readonly text: TracedText;
    readonly used: boolean;
}
export interface CompiledRule {
    readonly info: RuleInfo;
    /** What `resolved` was parsed from: with exceptions and the values of lists. */
    readonly text: TracedText;
    readonly resolved?: Condition;
    readonly output: string;
    readonly outputTokens: readonly OutputToken[];
    /** Undefined for rules of plugins' events, and where the condition is broken. */
    readonly eventTypes?: EventTypes;
    /** Whether Falco runs it: a rule of an unknown source or with an unknown field may be left out. */
    readonly loaded: boolean;
}
export interface Compiled {
    readonly lists: ReadonlyMap<string, CompiledList>;
    readonly macros: ReadonlyMap<string, CompiledMacro>;
    readonly rules: ReadonlyMap<string, CompiledRule>;
}
/** Who hears of what is wrong. */
export interface CompileReport {
    readonly warn: Warn;
    /** Whether to go on with the next definition. */
    readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}
type Said = {
    readonly warning: Parameters<Warn>[0];
} | {
    readonly error: Diagnostic;
    readonly follows: boolean;
};
/** What a step of the compilation said and used, as long as nothing changes that it looked at. */
interface Step {
    readonly said: Said[];
    readonly used: Usable[];
}
/** The steps, each taken for all definitions of a kind before the next. */
declare const steps: readonly ["list", "parse macro", "resolve macro", "rule"];
type StepName = (typeof steps)[number];
/** What was made of a definition. */
declare abstract class Entry {
    abstract readonly kind: Kind;
    readonly name: string;
    /** Place in the order of first definitions. */
    readonly index: number;
    steps: Partial<Record<StepName, Step>>;
    constructor({ name, index }: {
        readonly name: string;
        readonly index: number;
    });
}
/** What was made of a definition that others name. */
declare abstract class Usable extends Entry {
    abstract readonly kind: "list" | "macro";
    /** Steps that use it. */
    users: number;
    get used(): boolean;
}
declare class ListEntry extends Usable implements CompiledList {
    readonly kind = "list";
    /** Place in the order in which lists are put into conditions. */
    readonly place: number;
    items: readonly SourceScalar[];
    constructor(info: ListInfo, place: number);
}
declare class MacroEntry extends Usable implements CompiledMacro {
    readonly kind = "macro";
    info: MacroInfo;
    text: TracedText;
    condition: Condition | undefined;
    resolved?: Condition;
    extent?: NonNullable<MacroState["extent"]>;
    /** Whether what it stands for is not known, which holds for one that is broken too. */
    external: boolean;
    constructor(info: MacroInfo);
    get visibility(): number;
}
/**
 * Compiles all definitions of a collector. The engine does it anew after each file and says all again; here only
 * what a file touches is compiled anew.
 */
export declare class Compiler implements Compiled {
    #private;
    readonly lists: Map<string, ListEntry>;
    readonly macros: Map<string, MacroEntry>;
    /** @param files number of times that it will compile */
    constructor(collector: Collector, environment: CompileEnvironment, files: number);
    /** The rules that were compiled, as far as that went. */
    get rules(): ReadonlyMap<string, CompiledRule>;
    /** Brings all up to date with the collector, and says what there is to say of all of it. */
    compile(report: CompileReport): void;
}
export {};
