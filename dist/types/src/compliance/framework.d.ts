import type { Runtime } from "./coverage.js";
export interface Control {
    readonly id: string;
    readonly title: string;
    readonly parent: string | undefined;
    /** A heading: it is never counted, and nothing is mapped to it. */
    readonly group: boolean;
    /** Whether it counts on its own; a part of a control that is counted as a whole does not. */
    readonly counted: boolean;
    readonly runtime: Runtime;
    /** Why a detector can see it, or why it cannot. */
    readonly why: string;
    /** Ids of signals, of which any one is evidence; only for `detect`. */
    readonly signals: readonly string[];
    /** Ids of properties of the monitoring, of which all are needed; only for `support`. */
    readonly properties: readonly string[];
    /** Whether no file shows it by itself: then it counts only where the matrix names rules for it. */
    readonly organisational: boolean;
    /** Baselines that include the control; undefined where the framework has none. */
    readonly baselines: readonly string[] | undefined;
}
/** An id of an older edition of the framework. */
export interface PreviousId {
    readonly id: string;
    /** What the id meant, in our words; undefined where the new title says it. */
    readonly was: string | undefined;
    /** Ids in today's edition, the first the primary one; empty when the requirement went. */
    readonly successors: readonly string[];
    /** What the id is today: nothing, something else, or the same. */
    readonly today: "absent" | "reused" | "same";
}
export interface Framework {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly url: string | undefined;
    /** The edition that `previous` ids are of, such as `v3.2.1`. */
    readonly previousVersion: string | undefined;
    /** Controls and groups by id, in the catalog's order. */
    readonly controls: ReadonlyMap<string, Control>;
    readonly previous: ReadonlyMap<string, PreviousId>;
    /** Other spellings of an id in circulation. */
    readonly aliases: ReadonlyMap<string, string>;
    /** All baselines there are, empty where the framework has none. */
    readonly baselines: readonly string[];
}
/** What can be seen at run time, in the words of the catalogs. */
export interface Signal {
    readonly id: string;
    readonly definition: string;
    readonly sources: readonly string[];
    /** Names of rules of Falco's own rules files and its plugins' that are examples of the signal. */
    readonly rules: readonly string[];
}
/** A catalog as `policies/frameworks/*.yaml` has it; `schemas/framework.schema.json` describes it. */
export interface Catalog {
    readonly framework: {
        readonly id: string;
        readonly name: string;
        readonly version: string | number;
        readonly url?: string;
        readonly previous?: string;
        /** Whether a control below another control is only a part of it, so that counting both counts twice. */
        readonly parts_overlap?: boolean;
    };
    readonly controls: readonly CatalogControl[];
    readonly previous_ids?: readonly CatalogPreviousId[];
    readonly withdrawn?: readonly {
        readonly id: string;
        readonly title?: string;
        readonly to: readonly string[];
    }[];
    readonly aliases?: readonly {
        readonly id: string;
        readonly to: string;
    }[];
}
interface CatalogControl {
    readonly id: string;
    readonly title: string;
    readonly parent?: string;
    readonly group?: boolean;
    /** Only a heading may go without. */
    readonly runtime?: Runtime;
    readonly why?: string;
    readonly reason?: string;
    readonly signals?: readonly string[];
    readonly properties?: readonly string[];
    readonly organisational?: boolean;
    readonly baselines?: readonly string[];
}
interface CatalogPreviousId {
    readonly id: string;
    readonly was?: string;
    readonly to: readonly string[];
    readonly today?: PreviousId["today"];
}
export interface Vocabulary {
    readonly signals: readonly Signal[];
    readonly properties: readonly {
        readonly id: string;
        readonly definition: string;
    }[];
    readonly none_reasons: readonly {
        readonly id: string;
        readonly definition: string;
    }[];
}
/** Ids of the frameworks that come with the product. */
export declare const frameworkIds: readonly string[];
/** A framework that comes with the product, undefined when there is none of that id. */
export declare function loadFramework(id: string): Promise<Framework | undefined>;
/** The signals that controls name. */
export declare function loadSignals(): Promise<readonly Signal[]>;
export declare function loadVocabulary(): Promise<Vocabulary>;
/** Makes a framework of a catalog that follows its schema. */
export declare function readCatalog(catalog: Catalog, vocabulary: Vocabulary): Framework;
export {};
