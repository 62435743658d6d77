import { entries, items, type MapNode, type Node, toData } from "../project/index.ts";
import type { Config } from "./config.ts";

/** One file of settings, in the order in which later ones go over earlier ones. */
export interface Layer {
  readonly name: string;
  readonly config: Config;
  readonly root: MapNode | undefined;
}

/** One setting that applies, and where it is from. */
export interface Setting {
  /** As `level`; of a map with the key in it, as `rules.stack/no-output`. */
  readonly key: string;
  readonly value: unknown;
  readonly file: string;
  readonly line: number;
}

/** Lists of which each file adds to those before it; any other list takes their place. */
const addedLists = [
  "exclude",
  "frameworks",
  "schema-location",
  "policies",
  "plugins",
  "fields",
  "drills",
  "overrides",
];
const maps = ["rules", "min-coverage", "organisation", "assume"];
/** What is about the file itself. */
const own = ["version", "extends"];

/** The settings of all files: those of a later one go over those before, maps by key, and most lists add up. */
export function mergeLayers(layers: readonly Layer[]): {
  readonly config: Config;
  readonly settings: Setting[];
} {
  const settings = new Map<string, NamedSetting>();
  for (const { name, root } of layers) {
    for (const { key, value } of entries(root)) {
      if (own.includes(key)) continue;
      for (const setting of settingsOf(key, value, name)) settings.set(setting.id, setting);
    }
  }
  const all = [...settings.values()].map(({ id: _, ...setting }) => setting);
  return { config: configOf(all, layers), settings: all };
}

interface NamedSetting extends Setting {
  /** Two of the same id do not stand together. */
  readonly id: string;
}

function settingsOf(key: string, node: Node, name: string): NamedSetting[] {
  const setting = (id: string, shown: string, at: Node): NamedSetting => ({
    id,
    key: shown,
    value: toData(at),
    file: name,
    line: at.text.locate(at.span).start.line,
  });
  if (maps.includes(key)) {
    // A number stands for all frameworks together.
    if (node.kind !== "map") return [setting(`${key} overall`, `${key}.overall`, node)];
    return entries(node).map(({ key: inner, value }) => setting(`${key} ${inner}`, `${key}.${inner}`, value));
  }
  if (addedLists.includes(key))
    return items(node).map((item) => setting(`${key} ${JSON.stringify(toData(item))}`, key, item));
  return [setting(key, key, node)];
}

function configOf(settings: readonly Setting[], layers: readonly Layer[]): Config {
  const config: Record<string, unknown> = {};
  for (const { key, value } of settings) {
    const dot = key.indexOf(".");
    const map = dot === -1 ? undefined : key.slice(0, dot);
    if (map !== undefined && maps.includes(map))
      config[map] = Object.assign(Object.create(null), config[map], { [key.slice(dot + 1)]: value });
    else if (addedLists.includes(key)) config[key] = [...((config[key] as unknown[]) ?? []), value];
    else config[key] = value;
  }
  const stated = (key: keyof Config) => layers.some((layer) => layer.config[key] !== undefined);
  // An empty list or map says that there is nothing, which is not the same as saying nothing.
  for (const key of [...addedLists, ...maps] as (keyof Config)[])
    if (stated(key)) config[key] ??= maps.includes(key) ? {} : [];
  const least = config["min-coverage"] as Record<string, number> | undefined;
  if (least?.overall !== undefined && Object.keys(least).length === 1) config["min-coverage"] = least.overall;
  return config as Config;
}
