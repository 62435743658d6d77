import type { DataKind } from "../proof/index.js";
import type { Runtime } from "./coverage.js";
import type { IdForms } from "./id-matching.js";
import type { TagForms } from "./tags.js";
/** What can be seen at run time, in the words of the catalogs. */
export interface Signal {
    readonly id: string;
    readonly definition: string;
    readonly sources: readonly string[];
    /** Names of rules of Falco's own rules files and its plugins' that are examples of the signal. */
    readonly rules: readonly string[];
}
/** What a catalog says of the framework as a whole. */
export interface CatalogHead {
    readonly id: string;
    readonly name: string;
    /** The name in full. */
    readonly title?: string;
    readonly version: string | number;
    readonly publisher?: string;
    /** Where the titles of controls are from. */
    readonly titles?: string;
    /** How well the ids were checked. */
    readonly confidence?: string;
    /** Where the baselines are from. */
    readonly baseline_profile?: string;
    readonly url?: string;
    readonly previous?: string;
    /** Whether a control below another control is only a part of it, so that counting both counts twice. */
    readonly parts_overlap?: boolean;
    /** The kinds of data that the controls are about, as `organisation:` calls them; all of them by default. */
    readonly data?: readonly DataKind[];
    /** The baseline that a new matrix names. */
    readonly default_baseline?: string;
    readonly ids?: IdForms;
    readonly tags?: TagForms;
    readonly oscal?: {
        readonly ids?: "nist";
        /** Addresses of profiles by baseline. */
        readonly profiles?: Readonly<Record<string, string>>;
    };
}
/** A catalog as `policies/frameworks/*.yaml` has it; `schemas/framework.schema.json` describes it. */
export interface Catalog {
    readonly framework: CatalogHead;
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
export interface CatalogControl {
    readonly id: string;
    readonly title: string;
    readonly parent?: string;
    readonly group?: boolean;
    /** Only a heading may go without. */
    readonly runtime?: Runtime;
    readonly why?: string;
    /** What a detector shows, and what it does not: the object of such a sentence. */
    readonly shows?: string;
    readonly does_not_show?: string;
    /** Of a `partial` control, the part that a detector shows. */
    readonly part?: string;
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
    readonly today?: "absent" | "reused" | "same";
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
export {};
