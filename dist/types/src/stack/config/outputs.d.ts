import type { Place } from "../../project/text.js";
import type { FalcoConfig } from "./falco-config.js";
export type ChannelName = "stdout" | "syslog" | "file" | "program" | "http" | "grpc";
/** One output channel of Falco that is switched on. */
export interface Channel {
    readonly name: ChannelName;
    /** Where it is switched on. */
    readonly place: Place;
    /** Address of `http`, command of `program`, file name of `file`. */
    readonly target: {
        readonly text: string;
        readonly place: Place;
    } | undefined;
}
/** The output channels that are on in that version. */
export declare function readChannels(config: FalcoConfig, version: string | undefined): Channel[];
/** Whether alerts are JSON, and where that is decided. */
export declare function jsonOutput(config: FalcoConfig): {
    readonly on: boolean;
    readonly place: Place;
};
