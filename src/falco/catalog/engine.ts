import { EventTable } from "./events.ts";
import { type EngineFeatures, engineFeatures } from "./features.ts";
import { FieldTable } from "./field-table.ts";
import { type DeclaredField, plugins } from "./fields.ts";
import { type FalcoVersion, findVersion, newestVersion } from "./versions.ts";

export interface EngineOptions {
  /** As in `0.44.1` or `0.44`; by default the newest release. */
  readonly falcoVersion?: string;
  /**
   * Loaded plugins, by default in the newest known version. Without the option: the container plugin, if Falco brings
   * it.
   */
  readonly plugins?: readonly (string | { readonly name: string; readonly version: string })[];
  /** Fields of plugins that the data do not have. They also define the plugins' sources. */
  readonly fields?: readonly DeclaredField[];
}

/** The rules engine of one release of Falco with its plugins: the fields, events and sources that rules can name. */
export class Engine {
  readonly version: FalcoVersion;
  readonly features: EngineFeatures;
  readonly fields: FieldTable;
  readonly events: EventTable;
  readonly sources: ReadonlySet<string>;
  /** Versions of the loaded plugins; undefined where it is unknown. */
  readonly plugins: ReadonlyMap<string, string | undefined>;

  /** @throws RangeError for an unknown version of Falco */
  constructor(options: EngineOptions) {
    const { falcoVersion, fields = [] } = options;
    const version = falcoVersion === undefined ? newestVersion : findVersion(falcoVersion);
    if (version === undefined) throw new RangeError(`There is no Falco ${falcoVersion}.`);
    this.version = version;
    this.features = engineFeatures(version);
    const bundled = version.containerPlugin;
    const given = options.plugins ?? (bundled === null ? [] : ["container"]);
    this.plugins = new Map(
      given.map((plugin) => {
        if (typeof plugin !== "string") return [plugin.name, plugin.version];
        return [plugin, plugin === "container" && bundled !== null ? bundled : plugins.get(plugin)?.latest];
      }),
    );
    this.fields = new FieldTable(version.falco, [...this.plugins.keys()], fields);
    const pluginEvents = [...this.plugins.keys()].flatMap((name) => plugins.get(name)?.events ?? []);
    this.events = new EventTable(version.falco, pluginEvents);
    const sources = new Set(["syscall"]);
    for (const name of this.plugins.keys()) {
      const plugin = plugins.get(name);
      if (plugin?.providesSource) sources.add(plugin.source);
    }
    for (const { source } of fields) if (source !== undefined && source !== "*") sources.add(source);
    this.sources = sources;
  }
}
