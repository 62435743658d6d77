import type { Place } from "../../project/text.ts";
import type { Priority } from "../alerts/priority.ts";
import type { Route } from "../alerts/route.ts";
import type { Sidekick } from "../alerts/sidekick.ts";
import type { Image } from "../cluster/image.ts";
import type { Manifests } from "../cluster/manifests.ts";
import type { Container, Workload } from "../cluster/workload.ts";
import type { FalcoCommand } from "../config/command.ts";
import type { FalcoConfig } from "../config/falco-config.ts";
import type { Channel } from "../config/outputs.ts";
import type { RulesFiles } from "../config/rules-files.ts";
import type { SelectionStep } from "../config/selection.ts";
import type { EventSources, Plugin } from "../config/sources.ts";
import type { FileSystem } from "../container/files.ts";
import type { Known } from "../evidence/known.ts";

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
  readonly engine: { readonly kind: string; readonly place: Place };
  /** Alerts below it are not sent. */
  readonly priority: { readonly minimum: Priority; readonly place: Place };
  readonly json: { readonly on: boolean; readonly place: Place };
  readonly channels: readonly Channel[];
  readonly routes: readonly Route[];
  /** The falcosidekick that its alerts reach. */
  readonly sidekick: Sidekick | undefined;
  /** Every falcosidekick among the manifests, also one that no alert reaches. */
  readonly sidekicks: readonly Sidekick[];
  /** The pod and container that run Falco, where the repository has them. */
  readonly pod: { readonly workload: Workload; readonly container: Container } | undefined;
  readonly manifests: Manifests;
  /** Where the deployment is declared. */
  readonly place: Place;
}
