import { deploymentFeatures, knownLibraries } from "../../falco/index.ts";
import { type Located, type Location, located, type Project } from "../../project/index.ts";
import type { FileSystem } from "../container/index.ts";
import { type Assumptions, type Known, known, type Unknown, unknown } from "../evidence/index.ts";
import { pluginSources, syscallSource } from "../upstream/index.ts";
import type { FalcoCommand } from "./command.ts";
import type { FalcoConfig } from "./falco-config.ts";
import { apiServerSide, listenPort } from "./feed.ts";
import type { PluginItem } from "./settings.ts";

/** A plugin that Falco loads. */
export interface Plugin {
  readonly name: string;
  /** Its item under `plugins`, or of `load_plugins` where it has none there. */
  readonly location: Location;
  /** Version artifact of falcoctl, where that installs it; may be partial. */
  readonly version: Known<string>;
  /** Whether its library is in the container. */
  readonly library: Known<boolean>;
  /** Whether it has an item under `plugins`; without one Falco does not start. */
  readonly configured: boolean;
  /** What it opens, for a plugin that brings an event source. */
  readonly openParams: string | undefined;
}

const imageLibraries = "/usr/share/falco/plugins";

/** The plugins that Falco loads: those of `load_plugins`, or all of `plugins` where that key is absent. */
export function readPlugins(
  config: FalcoConfig,
  files: FileSystem,
  version: string | undefined,
  image: Location,
): Plugin[] {
  const { plugins, loadPlugins } = config.settings;
  const configured = new Map<string, PluginItem>();
  for (const item of plugins?.value ?? []) if (!configured.has(item.name)) configured.set(item.name, item);
  const wanted: readonly Located<string>[] =
    loadPlugins?.value ?? [...configured].map(([name, item]) => located(name, item));
  return wanted.map((request) => {
    const name = request.value;
    const item = configured.get(name);
    const path = item === undefined ? `lib${name}.so` : item.libraryPath;
    const absolute = path.startsWith("/") ? path : `${imageLibraries}/${path}`;
    return {
      name,
      location: item ?? request,
      configured: item !== undefined,
      openParams: item?.openParams,
      ...readLibrary(absolute, files, version, image),
    };
  });
}

function readLibrary(
  path: string,
  files: FileSystem,
  version: string | undefined,
  image: Location,
): Pick<Plugin, "library" | "version"> {
  const noVersion = (location: Location): Unknown =>
    unknown(
      "The repository does not tell the plugin's version.",
      "Install it with falcoctl at a version.",
      location,
    );
  const found = files.find(path);
  switch (found.kind) {
    case "file": {
      const { content, location } = found.file;
      if (content.kind === "unknown") return { library: content, version: noVersion(location) };
      const artifact = content.kind === "artifact" ? content.artifact : undefined;
      return {
        library: known(true, artifact?.location ?? location),
        version: artifact === undefined ? noVersion(location) : known(artifact.version, artifact.location),
      };
    }
    case "image": {
      const inImage = bundledLibraries(version).some((name) => path === `${imageLibraries}/${name}`);
      return { library: known(inImage, image), version: noVersion(image) };
    }
    case "unknown":
      return { library: found.unknown, version: noVersion(found.unknown.evidence) };
    default:
      return { library: known(false, found.location), version: noVersion(found.location) };
  }
}

/** Plugin libraries in the image of a Falco version, or of any version where it is unknown. */
function bundledLibraries(version: string | undefined): readonly string[] {
  return version === undefined ? knownLibraries : deploymentFeatures(version).bundledLibraries;
}

/** Whether Falco gets events of one source. */
export type SourceState = Known<boolean> & { readonly sentence: string };

/** Event sources by name. */
export interface EventSources {
  readonly of: (source: string) => SourceState;
}

/** What leads to a port of Falco's pod; undefined for nothing. */
export type Feed = (
  port: number,
) => { readonly sentence: string; readonly location: Location } | "unknown" | undefined;

interface SourceFacts {
  readonly config: FalcoConfig;
  readonly command: FalcoCommand;
  readonly plugins: readonly Plugin[];
  readonly assume: Assumptions;
  readonly feed: Feed;
  readonly project: Project;
}

export function readSources(facts: SourceFacts): EventSources {
  const known = new Map<string, SourceState>();
  return {
    of(source) {
      const state = known.get(source) ?? readSource(source, facts);
      known.set(source, state);
      return state;
    },
  };
}

function readSource(source: string, facts: SourceFacts): SourceState {
  const { command, config } = facts;
  const switchedOff = command.disabledSources.findLast(({ text: name }) => name === source);
  if (switchedOff !== undefined)
    return state(
      known(false, switchedOff.location),
      `The command line turns the event source "${source}" off.`,
    );
  const only = command.enabledSources;
  if (only.length > 0 && !only.some(({ text: name }) => name === source))
    return state(
      known(false, only[0]!.location),
      `The command line turns on ${only.map(({ text: name }) => `"${name}"`).join(", ")} alone, not "${source}".`,
    );
  if (source === syscallSource) return syscalls(config);
  return ofPlugins(source, facts);
}

function syscalls(config: FalcoConfig): SourceState {
  const { engine } = config.settings;
  const location = engine?.kind ?? engine ?? config.location;
  const name = engine?.kind?.value ?? "kmod";
  if (name === "nodriver")
    return state(known(false, location), `The engine is "nodriver", which sees no system calls.`);
  if (name === "replay")
    return state(known(false, location), `The engine replays a capture file and sees no live system calls.`);
  return state(known(true, location), `System calls come from the engine "${name}".`);
}

function ofPlugins(source: string, facts: SourceFacts): SourceState {
  const { plugins, config, assume } = facts;
  const list = config.settings.loadPlugins ?? config.settings.plugins ?? config.location;
  const stated = assume.settings.sources?.includes(source) === true;
  const fed = state(known(true, list), `The configuration states that the event source "${source}" is fed.`);
  const plugin = plugins.find(({ name }) => pluginSources.get(name) === source);
  if (plugin !== undefined) return loadGap(plugin) ?? (stated ? fed : feedOf(source, plugin, facts));
  if (stated) return fed;
  const stranger = plugins.find(({ name }) => !pluginSources.has(name));
  if (stranger !== undefined) {
    const why = `Whether the plugin "${stranger.name}" brings the event source "${source}" is not known here.`;
    const fact = unknown(why, `State it under "assume: sources" in the configuration.`, stranger.location);
    return state(fact, why);
  }
  return state(known(false, list), `No plugin is loaded that brings the event source "${source}".`);
}

/** Why a plugin is not there, if it is not. */
function loadGap({ name, location, configured, library }: Plugin): SourceState | undefined {
  if (!configured)
    return state(
      known(false, location),
      `The plugin "${name}" is to be loaded, but has no item under "plugins".`,
    );
  if (library.state === "unknown") return state(library, library.why);
  if (library.value) return undefined;
  return state(
    known(false, location),
    `The library of the plugin "${name}" is neither in the image nor installed, so Falco does not start.`,
  );
}

/** A plugin fetches its events, or waits for them on a port that something has to lead to. */
function feedOf(
  source: string,
  { name, location, openParams }: Plugin,
  { feed, project }: SourceFacts,
): SourceState {
  const brings = `The plugin "${name}" brings the event source "${source}".`;
  const port = listenPort(openParams);
  if (port === undefined) return state(known(true, location), brings);
  const remedy = `state the source under "assume: sources" in the configuration.`;
  const fedBy = feed(port);
  if (fedBy === undefined) {
    const why = `The plugin "${name}" waits for events on port ${port}, and no Service leads there.`;
    return state(unknown(why, `Add a Service for port ${port}, or ${remedy}`, location), why);
  }
  const sender = source === auditSource ? apiServerSide(project) : undefined;
  if (source === auditSource && sender === undefined) {
    const why = `The plugin "${name}" waits for events on port ${port}, and no audit policy or webhook among the files has the API server send them.`;
    return state(unknown(why, `Add the audit policy of the API server, or ${remedy}`, location), why);
  }
  const sentences = [brings, fedBy === "unknown" ? "" : fedBy.sentence, sender?.sentence ?? ""];
  return state(known(true, location), sentences.filter((sentence) => sentence !== "").join(" "));
}

/** The source that the API server has to send to. */
export const auditSource = "k8s_audit";

function state(fact: Known<boolean>, sentence: string): SourceState {
  return { ...fact, sentence };
}
