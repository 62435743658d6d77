import type { Place } from "../../project/text.js";
import { type Manifests } from "../cluster/manifests.js";
import { type Container, type Workload } from "../cluster/workload.js";
/** Port on which a plugin waits for events that somebody sends, as `http://:9765/k8s-audit` says. */
export declare function listenPort(openParams: string | undefined): number | undefined;
/** What leads events to a port of Falco's pods: a Service, or the node's own network; undefined when nothing does. */
export declare function wayTo(port: number, { workload, container }: {
    readonly workload: Workload;
    readonly container: Container;
}, manifests: Manifests): {
    readonly sentence: string;
    readonly place: Place;
} | undefined;
