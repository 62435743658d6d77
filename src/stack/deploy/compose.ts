import path from "node:path";
import {
  at,
  entries,
  items,
  type Location,
  type MapNode,
  type Node,
  ofKind,
  type Project,
  type Source,
  text,
} from "../../project/index.ts";
import {
  isKnownKey,
  type Setting,
  type Sidekick,
  settingsIn,
  sidekickOf,
  variableKey,
} from "../alerts/index.ts";
import { isFalcoImage, isSidekickImage, Manifests, readImage, type Word } from "../cluster/index.ts";
import {
  type Content,
  FileSystem,
  isBelow,
  join,
  type Mount,
  normalize,
  type VolumeContent,
} from "../container/index.ts";
import { known, unknown } from "../evidence/index.ts";
import type { Deployment } from "../model/index.ts";

/** The services of compose files that run Falco. */
export function composeDeployments(project: Project): Deployment[] {
  return ofKind(project, "docker-compose").flatMap((source) => {
    const services = entries(at(source.documents[0]?.root, "services"));
    const sidekick = services.flatMap(({ key, value }) => {
      const image = at(value, "image");
      const isSidekick = image !== undefined && isSidekickImage(readImage(image));
      return isSidekick && value.kind === "map"
        ? [{ key, node: value, sidekick: readSidekick(project, source, key, value) }]
        : [];
    })[0];
    return services.flatMap(({ key, value }): Deployment[] => {
      const imageNode = at(value, "image");
      const image = imageNode === undefined ? undefined : readImage(imageNode);
      if (value.kind !== "map" || !isFalcoImage(image)) return [];
      const container = text(at(value, "container_name"));
      const hosts = sidekick === undefined ? [] : hostNames(sidekick.key, sidekick.node);
      return [
        {
          name: `${source.file}: ${container ?? key}`,
          kind: "compose",
          image,
          imageLocation: image?.location ?? value,
          version: undefined,
          words: [...wordsOf(at(value, "entrypoint")), ...wordsOf(at(value, "command"))],
          files: new FileSystem(readMounts(project, source, value)),
          env: (name) => environment(value).get(name)?.value,
          sender: {
            namespace: undefined,
            pod: undefined,
            bundled: sidekick && { hosts, sidekick: sidekick.sidekick },
          },
          manifests: new Manifests(project, source.file, []),
          location: value,
        },
      ];
    });
  });
}

/** The names under which the containers of a compose file reach a service. */
function hostNames(key: string, service: MapNode): string[] {
  const aliases = entries(at(service, "networks")).flatMap(({ value }) => items(at(value, "aliases")));
  const names = [at(service, "container_name"), at(service, "hostname"), ...aliases];
  return [key, ...names.flatMap((name) => text(name) ?? [])];
}

function wordsOf(node: Node | undefined): Word[] {
  if (node?.kind === "scalar")
    return shellWords(text(node) ?? "").map((word) => ({ text: word, location: node }));
  return items(node).flatMap((item) => {
    const word = text(item);
    return word === undefined ? [] : [{ text: word, location: item }];
  });
}

/** The words of a command line, split as a shell does; quotes hold a word together and are no part of it. */
function shellWords(line: string): string[] {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/gu) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/gu, "$1$2"));
}

/** `environment` in both its forms. */
function environment(service: MapNode): Map<string, { value: string; location: Location }> {
  const node = at(service, "environment");
  const variables = new Map<string, { value: string; location: Location }>();
  for (const { key, keyLocation, value } of entries(node))
    variables.set(key, { value: text(value) ?? "", location: keyLocation });
  for (const item of items(node)) {
    const [name = "", ...rest] = (text(item) ?? "").split("=");
    variables.set(name, { value: rest.join("="), location: item });
  }
  return variables;
}

function readMounts(project: Project, source: Source, service: MapNode): Mount[] {
  const mounts = items(at(service, "volumes")).flatMap((node) => mountOf(project, source, node) ?? []);
  for (const node of items(at(service, "configs"))) {
    const name = text(node) ?? text(at(node, "source")) ?? "";
    const target = text(at(node, "target")) ?? `/${name}`;
    const file = at(source.documents[0]?.root, "configs", name, "file");
    const mount = mountAt(project, source, text(file) ?? "", target, true, file ?? node);
    if (mount !== undefined) mounts.push(mount);
  }
  return mounts;
}

function mountOf(project: Project, source: Source, node: Node): Mount | undefined {
  const short = text(node);
  if (short === undefined) {
    const type = text(at(node, "type")) ?? "bind";
    const from = text(at(node, "source")) ?? "";
    const readOnly = text(at(node, "read_only")) === "true";
    const target = text(at(node, "target")) ?? "";
    return type === "bind" ? mountAt(project, source, from, target, readOnly, node) : undefined;
  }
  const [from = "", target, mode] = short.split(":");
  return target === undefined
    ? undefined
    : mountAt(project, source, from, target, mode?.split(",").includes("ro") === true, node);
}

function mountAt(
  project: Project,
  source: Source,
  from: string,
  target: string,
  readOnly: boolean,
  location: Location,
): Mount | undefined {
  const base = { path: normalize(target), readOnly, location };
  if (from.startsWith("/"))
    return { ...base, subPath: "", volume: { kind: "host", path: normalize(from), location } };
  // What is not a path is a named volume.
  if (!from.startsWith(".")) return undefined;
  const wanted = path.posix.join(path.posix.dirname(source.file), from).replace(/(?<!\/)\/+$/, "");
  const files = new Map<string, Content>();
  for (const file of project.sources) {
    if (file.embedding !== undefined) continue;
    if (file.file === wanted) {
      const name = path.posix.basename(wanted);
      const volume: VolumeContent = {
        kind: "files",
        files: new Map([[name, { kind: "source", source: file }]]),
        more: undefined,
        location,
      };
      return { ...base, subPath: name, volume };
    }
    if (isBelow(file.file, wanted))
      files.set(file.file.slice(wanted.length + 1), { kind: "source", source: file });
  }
  if (files.size > 0)
    return { ...base, subPath: "", volume: { kind: "files", files, more: undefined, location } };
  const why = `${join(wanted)} is not among the files checked.`;
  return {
    ...base,
    subPath: "",
    volume: { kind: "unknown", unknown: unknown(why, "Add it to the files that are checked.", location) },
  };
}

function readSidekick(project: Project, source: Source, name: string, service: MapNode): Sidekick {
  const settings: Setting[] = [];
  const files = new FileSystem(readMounts(project, source, service));
  const words = wordsOf(at(service, "command"));
  const config = words[words.findIndex((word) => word.text === "-c") + 1];
  const found =
    words.some((word) => word.text === "-c") && config !== undefined ? files.find(config.text) : undefined;
  if (found?.kind === "file" && found.file.content.kind === "source")
    settings.push(...settingsIn(found.file.content.source.documents[0]?.root));
  for (const [variable, { value, location }] of environment(service)) {
    const key = variableKey(variable);
    // `${NAME}` is filled in by whoever starts it.
    const setting: Setting["value"] = /^\$\{?\w/.test(value)
      ? { kind: "hidden", location }
      : { kind: "text", text: value, location };
    settings.push({
      key,
      value: isKnownKey(key) ? setting : { kind: "text", text: value, location },
      location,
    });
  }
  return {
    name,
    namespace: undefined,
    version: undefined,
    replicas: known(1, service),
    ...sidekickOf(settings),
    more: [],
    workload: undefined,
    location: service,
  };
}
