import type { Location } from "../../project/index.js";
import type { Priority, Route, Sidekick } from "../alerts/index.js";
import type { Image, Manifests, RunningContainer } from "../cluster/index.js";
import type { Channel, EventSources, FalcoCommand, FalcoConfig, Plugin, RulesFiles, SelectionStep } from "../config/index.js";
import type { FileSystem } from "../container/index.js";
import type { Known } from "../evidence/index.js";
export type StackKind = "manifest" | "kustomize" | "helm" | "operator" | "compose";
/** One Falco deployment: what it loads, and where its alerts go. */
export interface Stack {
    /** For people: the workload with its namespace, the overlay, the release. */
    readonly name: string;
    readonly kind: StackKind;
    readonly namespace: string | undefined;
    readonly image: Image | undefined;
    readonly falcoVersion: Known<string>;
    readonly command: FalcoCommand;
    readonly files: FileSystem;
    /** Everything below follows from it, so without it nothing more is known. */
    readonly config: Known<FalcoConfig>;
    readonly rulesFiles: RulesFiles;
    readonly selection: readonly SelectionStep[];
    readonly plugins: readonly Plugin[];
    readonly sources: EventSources;
    /** `engine.kind` */
    readonly engine: {
        readonly kind: string;
        readonly location: Location;
    };
    /** Alerts below it are not sent. */
    readonly priority: {
        readonly minimum: Priority;
        readonly location: Location;
    };
    readonly json: {
        readonly on: boolean;
        readonly location: Location;
    };
    readonly channels: readonly Channel[];
    readonly routes: readonly Route[];
    /** The falcosidekick that its alerts reach. */
    readonly sidekick: Sidekick | undefined;
    /** Every falcosidekick among the manifests, also one that no alert reaches. */
    readonly sidekicks: readonly Sidekick[];
    /** The pod and container that run Falco, where the repository has them. */
    readonly pod: RunningContainer | undefined;
    readonly manifests: Manifests;
    /** Where the deployment is declared. */
    readonly location: Location;
}
