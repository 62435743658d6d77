import type { Monitoring } from "../monitoring/queries.js";
import type { Place } from "../project/text.js";
/** An alerting rule that warns before a store of events is full. */
export interface CapacityWarning {
    readonly alert: string;
    readonly place: Place;
}
/** The alerting rules on the space of a store of events, or of volumes that one may stand on. */
export declare function capacityWarnings({ queries }: Pick<Monitoring, "queries">): CapacityWarning[];
