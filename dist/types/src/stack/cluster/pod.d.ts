import { type Located, type Location, type Node } from "../../project/index.js";
import { type EnvironmentVariable } from "./environment.js";
import { type Image } from "./image.js";
/** The fields of a pod's `spec`; what is not written is undefined. */
export interface Pod extends Location {
    readonly containers: readonly Container[];
    readonly initContainers: readonly Container[];
    readonly volumes: readonly Volume[];
    /** `serviceAccountName`, or its older name `serviceAccount`. */
    readonly serviceAccountName: Located<string> | undefined;
    readonly automountServiceAccountToken: Located<boolean> | undefined;
    readonly hostNetwork: Located<boolean> | undefined;
    readonly priorityClassName: Located<string> | undefined;
    readonly nodeSelector: ReadonlyMap<string, string>;
    readonly tolerations: Located<readonly Toleration[]> | undefined;
}
export interface Toleration {
    readonly key: string | undefined;
    readonly operator: string | undefined;
    readonly effect: string | undefined;
}
export interface Container extends Location {
    readonly name: string;
    /** The name, or the whole container where it has none. */
    readonly nameLocation: Location;
    readonly image: Image | undefined;
    /** `command` and `args`, in order. */
    readonly words: readonly Word[];
    /** Later entries win. */
    readonly env: readonly EnvironmentVariable[];
    readonly ports: readonly ContainerPort[];
    readonly volumeMounts: Located<readonly VolumeMount[]> | undefined;
    readonly resources: Resources;
    readonly startupProbe: Probe | undefined;
    readonly livenessProbe: Probe | undefined;
    readonly readinessProbe: Probe | undefined;
    readonly securityContext: SecurityContext | undefined;
}
/** One word of a command line. */
export interface Word {
    readonly text: string;
    readonly location: Location;
}
export interface ContainerPort {
    readonly name: string | undefined;
    readonly containerPort: number;
    readonly hostPort: Located<number> | undefined;
}
export interface VolumeMount extends Location {
    /** Of the volume. */
    readonly name: string;
    readonly mountPath: string | undefined;
    /** `subPath` or `subPathExpr`, without slashes at its ends; empty for the whole volume. */
    readonly subPath: string;
    readonly readOnly: boolean;
}
export interface Resources {
    readonly requests: Location | undefined;
    readonly memoryLimit: Located<string> | undefined;
    readonly cpuLimit: Located<string> | undefined;
}
export interface Probe extends Location {
    readonly httpGet: HttpGet | undefined;
}
export interface HttpGet extends Location {
    /** A number, or the name of a port of the container. */
    readonly port: Located<string> | undefined;
    readonly path: Located<string> | undefined;
}
export interface SecurityContext extends Location {
    readonly privileged: Located<boolean> | undefined;
    readonly readOnlyRootFilesystem: Located<boolean> | undefined;
    /** The capabilities that are added, in capitals and without `CAP_`. */
    readonly capabilities: Located<ReadonlySet<string>> | undefined;
}
export interface Volume extends Location {
    readonly name: string;
    readonly source: VolumeSource;
}
export type VolumeSource = ObjectKeys | (Location & {
    readonly kind: "projected";
    readonly sources: readonly ObjectKeys[];
}) | (Location & {
    readonly kind: "hostPath";
    readonly path: string;
}) | {
    readonly kind: "emptyDir";
}
/** A kind of volume of which the content is never in a manifest. */
 | {
    readonly kind: "other";
    readonly field: string;
};
/** The keys of a ConfigMap or Secret as files. */
export interface ObjectKeys {
    readonly kind: "ConfigMap" | "Secret";
    readonly name: Located<string>;
    readonly optional: boolean;
    /** The keys that `items` picks; undefined for all. */
    readonly items: readonly KeyToPath[] | undefined;
}
export interface KeyToPath extends Location {
    readonly key: string;
    readonly path: string;
}
/** The entry that counts for an environment variable. */
export declare function variable(container: Container, name: string): EnvironmentVariable | undefined;
/** The number of the port that a container gives a name; undefined where it has none of that name. */
export declare function portNamed({ ports }: Container, name: string | undefined): number | undefined;
export declare function readPod(spec: Node): Pod;
