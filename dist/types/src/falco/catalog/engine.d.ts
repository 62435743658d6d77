import { EventTable } from "./events.js";
import { type EngineFeatures } from "./features.js";
import { FieldTable } from "./field-table.js";
import { type DeclaredField } from "./fields.js";
import { type FalcoVersion } from "./versions.js";
export interface EngineOptions {
    /** As in `0.44.1` or `0.44`; by default the newest release. */
    readonly falcoVersion?: string;
    /**
     * Loaded plugins, by default in the newest known version. Without the option: the container plugin, if Falco brings
     * it.
     */
    readonly plugins?: readonly (string | {
        readonly name: string;
        readonly version: string;
    })[];
    /** Fields of plugins that the data do not have. They also define the plugins' sources. */
    readonly fields?: readonly DeclaredField[];
}
/** The rules engine of one release of Falco with its plugins: the fields, events and sources that rules can name. */
export declare class Engine {
    readonly version: FalcoVersion;
    readonly features: EngineFeatures;
    readonly fields: FieldTable;
    readonly events: EventTable;
    readonly sources: ReadonlySet<string>;
    /** Versions of the loaded plugins; undefined where it is unknown. */
    readonly plugins: ReadonlyMap<string, string | undefined>;
    /** @throws RangeError for an unknown version of Falco */
    constructor(options: EngineOptions);
}
