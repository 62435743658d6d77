import type { Location } from "../../project/index.js";
import { type Manifests, type RunningContainer } from "../cluster/index.js";
import type { Channel, ChannelName } from "../config/index.js";
import { type Assumptions, type Link } from "../evidence/index.js";
import { type Priority } from "./priority.js";
import { type Sidekick, type SidekickOutput } from "./sidekick.js";
/** One way from Falco to a receiver. */
export interface Route {
    readonly channel: ChannelName;
    /** Who gets the alert, for people. */
    readonly receiver: string;
    /** What every alert needs on this way, up to the receiver. */
    readonly links: readonly Link[];
    /** The lowest priority that the route lets through, and where it is set. */
    readonly minimum: {
        readonly priority: Priority;
        readonly location: Location;
    } | undefined;
    readonly output: SidekickOutput | undefined;
}
export interface Routing {
    readonly routes: readonly Route[];
    readonly sidekick: Sidekick | undefined;
}
/** Falco's pod and namespace, where they are known. */
export interface Sender {
    readonly namespace: string | undefined;
    readonly pod: RunningContainer | undefined;
    /** The falcosidekick that a chart or a compose file brings along, by the host name it answers to. */
    readonly bundled: {
        readonly hosts: readonly string[];
        readonly sidekick: Sidekick;
    } | undefined;
}
/** What the way of an alert depends on, besides the channel. */
export interface RouteContext {
    /** Whether Falco writes alerts as JSON, and where that is set. */
    readonly json: {
        readonly on: boolean;
        readonly location: Location;
    };
    readonly sender: Sender;
    readonly manifests: Manifests;
    readonly assume: Assumptions;
}
export declare function readRoutes(channels: readonly Channel[], context: RouteContext): Routing;
/** The links of a route for an alert of one priority. */
export declare function linksFor(route: Route, priority: Priority | undefined): readonly Link[];
