import type { Place } from "../../project/text.js";
import type { Priority } from "../alerts/priority.js";
import type { Route } from "../alerts/route.js";
import type { Sidekick } from "../alerts/sidekick.js";
import type { Image } from "../cluster/image.js";
import type { Manifests } from "../cluster/manifests.js";
import type { Container, Workload } from "../cluster/workload.js";
import type { FalcoCommand } from "../config/command.js";
import type { FalcoConfig } from "../config/falco-config.js";
import type { Channel } from "../config/outputs.js";
import type { RulesFiles } from "../config/rules-files.js";
import type { SelectionStep } from "../config/selection.js";
import type { EventSources, Plugin } from "../config/sources.js";
import type { FileSystem } from "../container/files.js";
import type { Known } from "../evidence/known.js";
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
        readonly place: Place;
    };
    /** Alerts below it are not sent. */
    readonly priority: {
        readonly minimum: Priority;
        readonly place: Place;
    };
    readonly json: {
        readonly on: boolean;
        readonly place: Place;
    };
    readonly channels: readonly Channel[];
    readonly routes: readonly Route[];
    /** The falcosidekick that its alerts reach. */
    readonly sidekick: Sidekick | undefined;
    /** Every falcosidekick among the manifests, also one that no alert reaches. */
    readonly sidekicks: readonly Sidekick[];
    /** The pod and container that run Falco, where the repository has them. */
    readonly pod: {
        readonly workload: Workload;
        readonly container: Container;
    } | undefined;
    readonly manifests: Manifests;
    /** Where the deployment is declared. */
    readonly place: Place;
}
