import { type Location, type Project } from "../../project/index.js";
import type { FileSystem } from "../container/index.js";
import { type Assumptions, type Known } from "../evidence/index.js";
import type { FalcoCommand } from "./command.js";
import type { FalcoConfig } from "./falco-config.js";
/** A plugin that Falco loads. */
export interface Plugin {
    readonly name: string;
    /** Its item under `plugins`, or of `load_plugins` where it has none there. */
    readonly location: Location;
    /** Version artifact of falcoctl, where that installs it; may be partial. */
    readonly version: Known<string>;
    /** Whether its library is in the container. */
    readonly library: Known<boolean>;
    /** Whether it has an item under `plugins`; without one Falco does not start. */
    readonly configured: boolean;
    /** What it opens, for a plugin that brings an event source. */
    readonly openParams: string | undefined;
}
/** The plugins that Falco loads: those of `load_plugins`, or all of `plugins` where that key is absent. */
export declare function readPlugins(config: FalcoConfig, files: FileSystem, version: string | undefined, image: Location): Plugin[];
/** Whether Falco gets events of one source. */
export type SourceState = Known<boolean> & {
    readonly sentence: string;
};
/** Event sources by name. */
export interface EventSources {
    readonly of: (source: string) => SourceState;
}
/** What leads to a port of Falco's pod; undefined for nothing. */
export type Feed = (port: number) => {
    readonly sentence: string;
    readonly location: Location;
} | "unknown" | undefined;
interface SourceFacts {
    readonly config: FalcoConfig;
    readonly command: FalcoCommand;
    readonly plugins: readonly Plugin[];
    readonly assume: Assumptions;
    readonly feed: Feed;
    readonly project: Project;
}
export declare function readSources(facts: SourceFacts): EventSources;
export {};
