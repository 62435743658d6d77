import type { Resource } from "../../../kubernetes/index.js";
import { type MapNode, type Node } from "../../../project/index.js";
import type { Kustomization, Reader } from "./kustomization.js";
/** What a kustomization uses and what is not read here, so that more may be deployed than is known. */
export interface Gap {
    /**
     * `remote`: a base or file at an address. `absent`: a file or folder that is not among those checked. `chart`: a
     * Helm chart other than Falco's. `plugin`: a generator or transformer of kustomize by its own file, or `vars`.
     * `bound`: more objects than are read.
     */
    readonly kind: "remote" | "absent" | "chart" | "plugin" | "bound";
    /** The address, the path, the chart's name, the folder of what is too large. */
    readonly name: string;
    /** Where the kustomization declares it. */
    readonly node: Node;
    /** Whether that kustomization makes anything of Falco, by its name. */
    readonly isFalcos: boolean;
}
export type OwnGap = Omit<Gap, "isFalcos">;
/** Most kustomizations of a repository have nothing to do with Falco. */
export declare function isFalcoName(name: string): boolean;
/** Whether an object is a part of Falco's deployment by its name, and no topic or record of another application. */
export declare function isFalcosOwn({ apiVersion, name }: Resource): boolean;
/** Whether kustomize would fetch it: an address, or a repository in one of the short forms. */
export declare function isRemote(name: string): boolean;
/** What the file itself shows to be unread: charts and plugins. */
export declare function ownGaps(kustomization: Kustomization, reader: Reader): OwnGap[];
/** The names under `resources`, `bases` and `components`, each once, as kustomize refuses the same object twice. */
export declare function namedIn(root: MapNode, fields: readonly string[]): Map<string, Node>;
