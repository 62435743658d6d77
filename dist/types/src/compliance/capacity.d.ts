import type { Monitoring } from "../monitoring/index.js";
import type { Location } from "../project/index.js";
/** An alerting rule that warns before a store of events is full. */
export interface CapacityWarning {
    readonly alert: string;
    readonly location: Location;
}
/** The alerting rules on the space of a store of events, or of volumes that one may be on. */
export declare function capacityWarnings({ queries }: Pick<Monitoring, "queries">): CapacityWarning[];
