import path from "node:path";
import {
  at,
  type ChartFile,
  items,
  type Node,
  type Project,
  parseYaml,
  type Source,
  Text,
  text,
} from "../../../project/index.ts";
import { readArchive } from "./archive.ts";

/** A file that Helm gets with a chart. */
export interface ChartPart {
  /** Its path in the chart's folder. */
  readonly name: string;
  /** The text, where it is one; of archives there is none. */
  readonly text: Text | undefined;
  /** Where it is a file that is read as YAML. */
  readonly source: Source | undefined;
  readonly data: Uint8Array;
}

/** The files below each of some folders. */
export function partsBelow(
  project: Project,
  folders: ReadonlySet<string>,
): ReadonlyMap<string, readonly ChartPart[]> {
  const parts = new Map<string, ChartPart[]>([...folders].map((folder) => [folder, []]));
  const add = (file: string, make: (name: string) => ChartPart): void => {
    for (let folder = path.posix.dirname(file); ; folder = path.posix.dirname(folder)) {
      parts.get(folder)?.push(make(folder === "." ? file : file.slice(folder.length + 1)));
      if (folder === ".") return;
    }
  };
  for (const source of project.sources)
    if (source.embedding === undefined) add(source.file, (name) => new SourcePart(name, source));
  for (const file of project.chartFiles ?? []) {
    const read = once(file);
    add(file.file, (name) => new FilePart(name, file.file, read));
  }
  return parts;
}

class SourcePart implements ChartPart {
  readonly name: string;
  readonly source: Source;

  constructor(name: string, source: Source) {
    this.name = name;
    this.source = source;
  }

  get text(): Text {
    return this.source.text;
  }

  get data(): Uint8Array {
    return Buffer.from(this.source.text.content);
  }
}

/** A file that is read when it is asked for. */
class FilePart implements ChartPart {
  readonly name: string;
  readonly source = undefined;
  readonly #file: string;
  readonly #read: () => Uint8Array;

  constructor(name: string, file: string, read: () => Uint8Array) {
    this.name = name;
    this.#file = file;
    this.#read = read;
  }

  get text(): Text | undefined {
    const { data } = this;
    return data.includes(0) ? undefined : new Text(this.#file, Buffer.from(data).toString());
  }

  get data(): Uint8Array {
    return this.#read();
  }
}

function once({ read }: ChartFile): () => Uint8Array {
  let data: Uint8Array | undefined;
  return () => {
    data ??= read() ?? new Uint8Array();
    return data;
  };
}

/** A part under another path, as where a chart is put into another one. */
export function renamed(part: ChartPart, name: string): ChartPart {
  return {
    name,
    get text() {
      return part.text;
    },
    source: part.source,
    get data() {
      return part.data;
    },
  };
}

/** What is known of charts that another one holds. */
export interface Held {
  readonly names: ReadonlySet<string>;
  /** Whether a template of one that is packed has the name of Falco in it. */
  readonly concernsFalco: boolean;
}

/** The charts in `charts/`, unpacked and packed. */
export function heldIn(parts: readonly ChartPart[]): Held {
  const names = new Set<string>();
  let concernsFalco = false;
  for (const part of parts) {
    if (/^charts\/[^/]+\/Chart\.yaml$/.test(part.name)) names.add(text(at(rootOf(part), "name")) ?? "");
    if (!/^charts\/[^/]+\.tgz$/.test(part.name)) continue;
    const files = readArchive(part.data);
    const chart = files?.find(({ name }) => /^[^/]+\/Chart\.yaml$/.test(name));
    const root = chart && parseYaml(new Text(part.name, Buffer.from(chart.data).toString()))[0]?.root;
    // One that cannot be read is none that Helm would fetch instead.
    names.add(text(at(root, "name")) ?? path.posix.basename(part.name).replace(/-v?\d.*$/, ""));
    concernsFalco ||= (files ?? []).some(
      ({ name, data }) => name.includes("/templates/") && /falco/i.test(Buffer.from(data).toString("latin1")),
    );
  }
  return { names, concernsFalco };
}

/** The part that Helm names so: by the names of charts, or their aliases, and not of their folders. */
export function partFinder(
  chart: string,
  parts: readonly ChartPart[],
): (template: string) => ChartPart | undefined {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const folders = new Map<string, string>();
  const visit = (full: string, folder: string): void => {
    folders.set(full, folder);
    const dependencies = items(at(rootOf(byName.get(`${folder}Chart.yaml`)), "dependencies"));
    for (const part of parts) {
      const [, inner] = /^(charts\/[^/]+\/)Chart\.yaml$/.exec(part.name.slice(folder.length)) ?? [];
      if (inner === undefined || !part.name.startsWith(folder)) continue;
      const name = text(at(rootOf(part), "name")) ?? "";
      const aliases = dependencies.flatMap((dependency) =>
        text(at(dependency, "name")) === name ? (text(at(dependency, "alias")) ?? []) : [],
      );
      for (const one of [name, ...aliases]) visit(`${full}/charts/${one}`, folder + inner);
    }
  };
  visit(chart, "");
  return (template) => {
    for (let end = template.lastIndexOf("/"); end > 0; end = template.lastIndexOf("/", end - 1)) {
      const folder = folders.get(template.slice(0, end));
      if (folder !== undefined) return byName.get(folder + template.slice(end + 1));
    }
    return undefined;
  };
}

function rootOf(part: ChartPart | undefined): Node | undefined {
  return part?.source?.documents[0]?.root ?? (part?.text && parseYaml(part.text)[0]?.root);
}
