import { emptyMap, type Location } from "../../project/index.ts";
import {
  parsePriority,
  readRoutes,
  readSidekick,
  type Sender,
  type Sidekick,
  sidekickContainer,
} from "../alerts/index.ts";
import { type Image, imageVersion, type Manifests, type Word } from "../cluster/index.ts";
import {
  type FalcoConfig,
  feedTo,
  jsonOutput,
  readChannels,
  readCommand,
  readFalcoConfig,
  readPlugins,
  readRulesFiles,
  readSelection,
  readSettings,
  readSources,
} from "../config/index.ts";
import type { FileSystem } from "../container/index.ts";
import { type Assumptions, type Known, known, knownValue, unknown } from "../evidence/index.ts";
import type { Stack, StackKind } from "./stack.ts";

/** What all ways to run Falco have in common: an image, a command line, files, an environment. */
export interface Deployment {
  readonly name: string;
  readonly kind: StackKind;
  readonly image: Image | undefined;
  /** Where the image, or what chooses it, is written. */
  readonly imageLocation: Location;
  /** Where the image does not tell: the chart's version, for one. */
  readonly version: Known<string> | undefined;
  readonly words: readonly Word[];
  readonly files: FileSystem;
  /** Undefined where there is no such variable; the text `${NAME}` where its value is elsewhere. */
  readonly env: (name: string) => string | undefined;
  readonly sender: Sender;
  readonly manifests: Manifests;
  readonly location: Location;
}

/** Puts one deployment together: what it loads, and where its alerts go. */
export function assemble(deployment: Deployment, assume: Assumptions): Stack {
  const { name, kind, image, files, sender, manifests, location, imageLocation } = deployment;
  const falcoVersion = versionOf(deployment, assume);
  const command = readCommand(deployment.words);
  const config = readFalcoConfig(files, command, falcoVersion, deployment.env, imageLocation);
  const version = knownValue(falcoVersion);
  const settings = knownValue(config) ?? emptyConfig(config.evidence);
  const plugins = readPlugins(settings, files, version, imageLocation);
  const json = jsonOutput(settings);
  const channels = readChannels(settings, version);
  const engine = settings.settings.engine?.kind;
  const minimum = settings.settings.priority;
  return {
    name,
    kind,
    namespace: sender.namespace,
    image,
    falcoVersion,
    command,
    files,
    config,
    rulesFiles: readRulesFiles(files, settings, command, falcoVersion, imageLocation),
    selection: readSelection(settings, command, version),
    plugins,
    sources: readSources({
      config: settings,
      command,
      plugins,
      assume,
      feed: (port) => (sender.pod === undefined ? "unknown" : feedTo(port, sender.pod, manifests)),
      project: manifests.project,
    }),
    engine: { kind: engine?.value ?? "kmod", location: engine ?? settings.location },
    priority: { minimum: parsePriority(minimum?.value) ?? "debug", location: minimum ?? settings.location },
    json,
    channels,
    ...readRoutes(channels, { json, sender, manifests, assume }),
    sidekicks: sidekicksIn(deployment, assume),
    pod: sender.pod,
    manifests,
    location,
  };
}

function sidekicksIn({ manifests, sender }: Deployment, assume: Assumptions): Sidekick[] {
  const found = manifests.workloads.flatMap((workload) => {
    const container = sidekickContainer(workload);
    return container === undefined ? [] : [readSidekick(manifests, workload, container, assume)];
  });
  return sender.bundled === undefined ? found : [...found, sender.bundled.sidekick];
}

function versionOf({ version, image, imageLocation }: Deployment, assume: Assumptions): Known<string> {
  const fromImage = image === undefined ? undefined : imageVersion(image, "Falco");
  const stated = assume.settings.falcoVersion;
  const candidates = [version, fromImage, stated === undefined ? undefined : known(stated, imageLocation)];
  return (
    candidates.find((candidate) => candidate?.state === "known") ??
    version ??
    fromImage ??
    unknown("The version of Falco is not written.", "Name an image with a version.", imageLocation)
  );
}

function emptyConfig(location: Location): FalcoConfig {
  const root = emptyMap(location);
  return { root, settings: readSettings(root), parts: [], more: undefined, refusal: undefined, location };
}
