import type { Location, Project } from "../project/index.js";
/** A kind of store whose retention files can set. */
export type Store = "Elasticsearch" | "Loki";
/** How long a store of events keeps them, as a file sets it. */
export interface Retention {
    readonly store: Store;
    /** How long in all. */
    readonly days: number;
    /** How long they can be searched at once, before they move to slow storage. */
    readonly atHand: number;
    readonly location: Location;
}
/**
 * What the files say of how long events are kept: the index lifecycle policies of Elasticsearch and the state
 * policies of OpenSearch, and the retention of Loki where its compactor carries it out.
 */
export declare function findRetention({ sources }: Project): Retention[];
