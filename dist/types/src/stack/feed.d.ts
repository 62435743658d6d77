import type { Place } from "../project/text.ts";
import type { Manifests } from "./manifests.ts";
import { type Container, type Workload } from "./workload.ts";
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
