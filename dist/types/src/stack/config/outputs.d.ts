import type { Location } from "../../project/index.js";
import type { FalcoConfig } from "./falco-config.js";
import type { ChannelName } from "./settings.js";
/** One output channel of Falco that is switched on. */
export interface Channel {
    readonly name: ChannelName;
    /** Where it is switched on. */
    readonly location: Location;
    /** Address of `http`, command of `program`, file name of `file`. */
    readonly target: {
        readonly text: string;
        readonly location: Location;
    } | undefined;
}
/** The output channels that are on in that version. */
export declare function readChannels({ settings }: FalcoConfig, version: string | undefined): Channel[];
/** Whether alerts are JSON, and where that is decided. */
export declare function jsonOutput({ settings, location }: FalcoConfig): {
    readonly on: boolean;
    readonly location: Location;
};
