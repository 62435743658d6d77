import type { Resource } from "../../kubernetes/index.js";
import { type Location } from "../../project/index.js";
import { type Manifests } from "./manifests.js";
import type { Container } from "./pod.js";
import type { Workload } from "./workload.js";
/** The host part of an address as a cluster sees it. */
export type Host = 
/** A Service; without a namespace, in the namespace of the pod that asks. */
{
    readonly kind: "service";
    readonly name: string;
    readonly namespace: string | undefined;
}
/** The pod itself. */
 | {
    readonly kind: "pod";
} | {
    readonly kind: "external";
    readonly host: string;
};
export interface Address {
    readonly host: Host;
    readonly port: number;
    readonly tls: boolean;
}
/** Reads an `http` or `https` address; undefined where it is none. */
export declare function parseAddress(url: string): Address | undefined;
export type Resolution = 
/** A port of a container. */
{
    readonly kind: "container";
    readonly workload: Workload;
    readonly container: Container;
    readonly port: number;
    readonly sentence: string;
    readonly location: Location;
} | {
    readonly kind: "broken";
    readonly sentence: string;
    readonly location: Location;
} | {
    readonly kind: "absent";
    readonly sentence: string;
    readonly name: string;
    readonly namespace: string | undefined;
};
/** Follows a Service's name and port to the pods and the container behind it. */
export declare function resolveService(manifests: Manifests, { name, namespace }: Extract<Host, {
    kind: "service";
}>, port: number, from: {
    readonly namespace: string | undefined;
    readonly near: Resource | undefined;
}): Resolution;
