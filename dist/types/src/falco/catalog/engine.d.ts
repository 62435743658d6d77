import { EventTable } from "./events.js";
import { type EngineFeatures } from "./features.js";
import { FieldTable } from "./field-table.js";
import { type DeclaredField } from "./fields.js";
import { type FalcoVersion } from "./versions.js";
export interface EngineOptions {
    /** As in `0.44.1` or `0.44`; the newest release when not said. */
    readonly falcoVersion?: string;
    /**
     * Plugins that are loaded, in the newest version that is known unless said otherwise. The container plugin
     * alone, where Falco brings it, when not said.
     */
    readonly plugins?: readonly (string | {
        readonly name: string;
        readonly version: string;
    })[];
    /** Fields of plugins that are not known. Their sources are known by this. */
    readonly fields?: readonly DeclaredField[];
}
/** The rules engine of one release of Falco with its plugins: the fields, events and sources that rules can name. */
export declare class Engine {
    readonly version: FalcoVersion;
    readonly features: EngineFeatures;
    readonly fields: FieldTable;
    readonly events: EventTable;
    readonly sources: ReadonlySet<string>;
    /** Versions of the loaded plugins; undefined where the version is not known. */
    readonly plugins: ReadonlyMap<string, string | undefined>;
    /** @throws RangeError for a version of Falco that is not known */
    constructor(options: EngineOptions);
}
