import type { Resource } from "../kubernetes/index.js";
import { type Location, type Project, type Text } from "../project/index.js";
import { type Stack } from "./model/index.js";
/** Which files and manifests a check is about. */
export interface Scope {
    readonly kind: "falco" | "all";
    /** Whether a location belongs to the subject of the check. */
    includes(location: Location): boolean;
    /** Whether anything in a file does. */
    includesFile(text: Text): boolean;
    /** How many manifests are left out. */
    readonly leftOut: number;
}
/** Every file and every manifest. */
export declare const everything: Scope;
/**
 * Falco's deployments and what they need. A manifest belongs to them if its path or its text names Falco, or if it has
 * a name that Falco's or falcosidekick's workload refers to (a ConfigMap, a Secret, a ServiceAccount), or if rules or
 * configuration of Falco are in it. Of other files those belong to them whose path or text names Falco.
 */
export declare function falcoScope(project: Project, resources: readonly Resource[], stacks: readonly Stack[]): Scope;
