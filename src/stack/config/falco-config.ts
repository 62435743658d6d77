import { deploymentFeatures, newestVersion } from "../../falco/index.ts";
import {
  at,
  entries,
  items,
  type Location,
  MapEditor,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withValueAt,
} from "../../project/index.ts";
import type { File, FileSystem, Lookup } from "../container/index.ts";
import { type Known, known, type Unknown, unknown } from "../evidence/index.ts";
import type { FalcoCommand } from "./command.ts";
import { refusal } from "./config-keys.ts";
import { type FalcoSettings, readSettings } from "./settings.ts";

/** Falco's configuration, merged as Falco merges it. Values keep the locations that they come from. */
export interface FalcoConfig {
  readonly root: MapNode;
  readonly settings: FalcoSettings;
  /** The texts that it is made of, falco.yaml first; empty where all of it is the image's. */
  readonly parts: readonly ConfigPart[];
  /** Why more may be merged into it than the repository tells. */
  readonly more: Unknown | undefined;
  /** What keeps Falco from starting with it; undefined where nothing does. */
  readonly refusal: { readonly sentence: string; readonly location: Location } | undefined;
  /** Where it is decided: falco.yaml, or the image. */
  readonly location: Location;
}

export interface ConfigPart {
  /** Path in the container. */
  readonly path: string;
  readonly root: MapNode;
}

const defaultPath = "/etc/falco/falco.yaml";

/**
 * What the configuration in the image says of what matters here, for that version.
 *
 * @param location the image, as the location that decides it
 */
function imageConfig(version: string, location: Location): MapNode {
  const { configDirectory, imageEngine, imagePlugins } = deploymentFeatures(version);
  const config = {
    ...(configDirectory ? { config_files: ["/etc/falco/config.d"] } : {}),
    rules_files: ["/etc/falco/falco_rules.yaml", "/etc/falco/falco_rules.local.yaml", "/etc/falco/rules.d"],
    engine: { kind: imageEngine },
    load_plugins: [],
    plugins: imagePlugins,
    priority: "debug",
    json_output: false,
    stdout_output: { enabled: true },
    syslog_output: { enabled: true },
    webserver: { enabled: true },
    syscall_event_drops: { actions: ["log", "alert"] },
  };
  return nodeAt(config, location) as MapNode;
}

/** What the image has in its `config.d`. */
function imageConfigFolder(version: string, location: Location): readonly ConfigPart[] {
  if (!deploymentFeatures(version).containerPluginBundled) return [];
  const root = nodeAt({ load_plugins: ["container"] }, location) as MapNode;
  return [{ path: "/etc/falco/config.d/falco.container_plugin.yaml", root }];
}

/** falco.yaml with its `config_files` and the `-o` options of the command line. */
export function readFalcoConfig(
  files: FileSystem,
  command: FalcoCommand,
  falcoVersion: Known<string>,
  env: (name: string) => string | undefined,
  location: Location,
): Known<FalcoConfig> {
  const version = falcoVersion.state === "known" ? falcoVersion.value : newestVersion.falco;
  const path = command.config?.text ?? defaultPath;
  const found = files.find(path);
  const parts: ConfigPart[] = [];
  let main: MapNode;
  let decided = location;
  if (found.kind === "image") {
    if (path !== defaultPath)
      return unknown(
        `${path} is in the image, not in the repository.`,
        "Mount it from a ConfigMap.",
        location,
      );
    main = imageConfig(version, location);
  } else {
    const root = rootOf(found, path);
    if (root.state === "unknown") return root;
    main = root.value;
    decided = main;
    parts.push({ path, root: main });
  }
  const { merged, included, more } = include(main, files, version, location);
  let root = merged;
  for (const { key, value, location: at } of command.options) root = setOption(root, key, value, at);
  root = substitute(root, env) as MapNode;
  return known(
    {
      root,
      settings: readSettings(root),
      parts: [...parts, ...included],
      more,
      refusal: refusal(root, version),
      location: decided,
    },
    decided,
  );
}

function rootOf(found: Exclude<Lookup, { kind: "image" }>, path: string): Known<MapNode> {
  if (found.kind === "unknown") return found.unknown;
  if (found.kind !== "file")
    return {
      ...unknown(
        `No file ${path} comes with what is mounted there, and Falco does not start without it.`,
        `Mount a falco.yaml at ${path}.`,
        found.location,
      ),
      missing: "file",
    };
  const { content } = found.file;
  if (content.kind === "unknown") return content;
  if (content.kind === "made") return known(content.root, content.root);
  if (content.kind === "artifact")
    return unknown(`${path} is installed by falcoctl.`, "Mount it from a ConfigMap.", found.file.location);
  const root = content.source.documents[0]?.root;
  if (root?.kind !== "map")
    return unknown(`${path} is not a YAML map.`, "Correct its YAML.", {
      text: content.source.text,
      span: { start: 0, end: 1 },
    });
  return known(root, root);
}

interface Included {
  readonly merged: MapNode;
  readonly included: readonly ConfigPart[];
  readonly more: Unknown | undefined;
}

function include(main: MapNode, files: FileSystem, version: string, location: Location): Included {
  if (!deploymentFeatures(version).configDirectory) return { merged: main, included: [], more: undefined };
  let merged = main;
  let more: Unknown | undefined;
  const included: ConfigPart[] = [];
  for (const item of items(at(main, "config_files"))) {
    const path = text(item) ?? text(at(item, "path"));
    if (path === undefined) continue;
    const strategy = text(at(item, "strategy")) ?? "append";
    const { parts, unknown: gap } = partsAt(path, files, version, location);
    more ??= gap;
    for (const part of parts) {
      merged = merge(merged, part.root, strategy);
      if (part.root.text !== location.text || part.root.span !== location.span) included.push(part);
    }
  }
  return { merged, included, more };
}

function partsAt(
  path: string,
  files: FileSystem,
  version: string,
  location: Location,
): { parts: readonly ConfigPart[]; unknown: Unknown | undefined } {
  const found = files.find(path);
  if (found.kind === "image") {
    const own =
      path.replace(/(?<!\/)\/+$/, "") === "/etc/falco/config.d" ? imageConfigFolder(version, location) : [];
    const mounted = readParts(files.mountedIn(path));
    const parts = [
      ...own.filter((part) => !mounted.parts.some((other) => other.path === part.path)),
      ...mounted.parts,
    ];
    return { parts: parts.sort((a, b) => (a.path < b.path ? -1 : 1)), unknown: mounted.unknown };
  }
  if (found.kind === "unknown") return { parts: [], unknown: found.unknown };
  if (found.kind === "absent") return { parts: [], unknown: undefined };
  if (found.kind === "file") return readParts([found.file]);
  const { parts, unknown: gap } = readParts(found.files);
  return { parts, unknown: gap ?? found.more };
}

function readParts(files: readonly File[]): { parts: ConfigPart[]; unknown: Unknown | undefined } {
  const parts: ConfigPart[] = [];
  let gap: Unknown | undefined;
  for (const file of files) {
    const part = onePart(file);
    if (part.state === "known") parts.push(part.value);
    else gap ??= part;
  }
  return { parts, unknown: gap };
}

function onePart(file: File): Known<ConfigPart> {
  const root = rootOf({ kind: "file", file }, file.path);
  return root.state === "known" ? known({ path: file.path, root: root.value }, root.evidence) : root;
}

/** `append` joins lists and replaces other keys, `override` replaces all, `add-only` adds what is missing. */
function merge(into: MapNode, part: MapNode, strategy: string): MapNode {
  const merged = new MapEditor(into);
  for (const { key, value } of entries(part)) {
    const old = merged.get(key);
    if (strategy === "add-only" && old !== undefined) continue;
    const joined = strategy === "append" && value.kind === "seq" && old?.kind === "seq";
    merged.set(key, joined ? { ...old, items: [...old.items, ...value.items] } : value);
  }
  return merged.done();
}

/** One `-o key=value`: `a.b`, `a[0].b`, and `a[]` to add to a list. A value in braces is YAML in JSON's form. */
function setOption(root: MapNode, key: string, value: string, location: Location): MapNode {
  const path: (string | number)[] = [];
  for (const [, name, index] of key.matchAll(/(?:^|\.)((?:\\.|[^.[\\])+)|\[(\d*)\]/g)) {
    if (name !== undefined) path.push(name.replaceAll(/\\(.)/g, "$1"));
    else path.push(index === "" || index === undefined ? Number.MAX_SAFE_INTEGER : Number(index));
  }
  if (path.length === 0) return root;
  return withValueAt(root, path, nodeAt(optionValue(value), location)) as MapNode;
}

function optionValue(value: string): unknown {
  if (value === "true" || value === "false") return value === "true";
  if (/^-?\d+$/.test(value)) return Number(value);
  if (value.startsWith("{") && value.endsWith("}")) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return value;
}

/** `${NAME}` becomes the environment variable, or nothing; `$${NAME}` stays as `${NAME}`. */
function substitute(node: Node, env: (name: string) => string | undefined): Node {
  if (node.kind === "seq") return { ...node, items: node.items.map((item) => substitute(item, env)) };
  if (node.kind === "map")
    return {
      ...node,
      entries: node.entries.map((item) => ({ ...item, value: substitute(item.value, env) })),
    };
  if (typeof node.value !== "string" || !node.value.includes("${")) return node;
  // Nothing ends after the last brace, so that nothing is sought there.
  const end = node.value.lastIndexOf("}") + 1;
  const value = node.value
    .slice(0, end)
    .replaceAll(/(\$?)\$\{([^}]*)\}/g, (_, dollar: string, name: string) =>
      dollar === "$" ? `\${${name}}` : (env(name) ?? ""),
    );
  return { ...node, value: value + node.value.slice(end) };
}
