import type { Location, Project } from "../project/index.js";
/** How long a store of events keeps them, as a file sets it. */
export interface Retention {
    readonly days: number;
    readonly location: Location;
}
/**
 * What the files say of how long events are kept: the index lifecycle policies of Elasticsearch and the state
 * policies of OpenSearch, and the retention of Loki where its compactor carries it out.
 */
export declare function findRetention({ sources }: Project): Retention[];
