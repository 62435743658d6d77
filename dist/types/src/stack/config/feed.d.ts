import { type Location, type Project } from "../../project/index.js";
import { type Manifests, type RunningContainer } from "../cluster/index.js";
/** Port on which a plugin waits for events that somebody sends, as `http://:9765/k8s-audit` says. */
export declare function listenPort(openParams: string | undefined): number | undefined;
/** What leads events to a port of Falco's pods: a Service, or the node's own network; undefined when nothing does. */
export declare function feedTo(port: number, { workload, container }: RunningContainer, manifests: Manifests): {
    readonly sentence: string;
    readonly location: Location;
} | undefined;
/** What makes the API server send audit events, as far as files show it: an audit policy, or a webhook and its flag. */
export declare function apiServerSide(project: Project): {
    readonly sentence: string;
    readonly location: Location;
} | undefined;
