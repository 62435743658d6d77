import type { DataKind } from "../proof/index.js";
import type { Catalog, CatalogHead, Signal, Vocabulary } from "./catalog.js";
import type { Runtime } from "./coverage.js";
import { ControlIds } from "./id-matching.js";
import type { TagForms } from "./tags.js";
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
    /** The part of a `partial` control that a detector shows. */
    readonly part: string | undefined;
    /** Ids of signals, of which any one is evidence; only for `detect` and `partial`. */
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
    /** Ids of controls, of the edition before and aliases, in any form. */
    readonly controlIds: ControlIds;
    readonly tags: TagForms | undefined;
    readonly defaultBaseline: string | undefined;
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
    /** The kinds of data that the controls are about; undefined where they are about any. */
    readonly data: readonly DataKind[] | undefined;
    /** All baselines there are, empty where the framework has none. */
    readonly baselines: readonly string[];
}
/** Heads of the frameworks that come with the product. */
export declare const frameworkHeads: ReadonlyMap<string, CatalogHead>;
/** Ids of the frameworks that come with the product. */
export declare const frameworkIds: readonly string[];
/** A framework that comes with the product, undefined when there is none of that id. */
export declare function loadFramework(id: string): Promise<Framework | undefined>;
/** The signals that controls name. */
export declare function loadSignals(): Promise<readonly Signal[]>;
export declare function loadVocabulary(): Promise<Vocabulary>;
/** Makes a framework of a catalog that follows its schema. */
export declare function readCatalog(catalog: Catalog, vocabulary: Vocabulary): Framework;
