import {
  at,
  configNames,
  items,
  type Location,
  type Revision,
  Text,
  text,
  UsageError,
} from "../project/index.ts";
import { type Config, type ConfigText, parseConfig, refused } from "./config.ts";
import { type Layer, mergeLayers, type Setting } from "./merge.ts";
import { nameOf, type Place, type Reference, readReference, readText } from "./reference.ts";

/** The configuration of a revision, with the settings of all files that it extends. */
export interface ConfigFile {
  /** Its path from the workspace root; undefined where there is none. */
  readonly file: string | undefined;
  readonly config: Config;
  /** Names of the files and presets that it extends, the first below all others. */
  readonly extended: readonly string[];
  /** What applies, in the order in which it is said. */
  readonly settings: readonly Setting[];
  /** The files of policies. */
  readonly policies: readonly Text[];
  /** The files of the workspace that it is made from. */
  readonly files: readonly string[];
}

const none: ConfigFile = { file: undefined, config: {}, extended: [], settings: [], policies: [], files: [] };

/** How deep files of settings may extend each other, and how many there may be. */
const maxDepth = 10;
const maxFiles = 50;

/**
 * Reads the configuration: the file named, else the first of the usual names that exists, else nothing.
 *
 * @throws UsageError with file, line and column when a file is missing, not YAML or not as its schema says, and when
 * files extend each other in a circle or too deep
 */
export function readConfig(revision: Revision, named?: string): ConfigFile {
  for (const file of named === undefined ? configNames : [named]) {
    const read = named === undefined ? revision.read(file) : revision.readNamed(file);
    if (read.kind === "text") return resolve(revision, new Text(revision.relative(file), read.content));
    if (read.kind === "refused")
      throw new UsageError(`Cannot read the configuration file ${file}: it is ${read.reason}.`);
    if (named !== undefined)
      throw new UsageError(`Cannot read the configuration file ${file}: there is none.`);
  }
  return none;
}

function resolve(revision: Revision, content: Text): ConfigFile {
  const { file } = content;
  const found = new Extension(revision);
  found.add({ kind: "file", path: file }, content, []);
  const { config, settings } = mergeLayers(found.layers);
  return {
    file,
    config,
    extended: found.layers.slice(0, -1).map(({ name }) => name),
    settings,
    policies: [...found.policies.values()],
    files: [...found.files],
  };
}

/** Follows `extends` from file to file. */
class Extension {
  readonly layers: Layer[] = [];
  /** By name. */
  readonly policies = new Map<string, Text>();
  readonly files = new Set<string>();
  readonly #revision: Revision;
  readonly #done = new Set<string>();

  constructor(revision: Revision) {
    this.#revision = revision;
  }

  /** @param above names of the files that led here */
  add(place: Place, content: Text, above: readonly string[]): void {
    const name = nameOf(place);
    if (place.kind === "file") this.files.add(place.path);
    const parsed = parseConfig(content);
    for (const reference of referencesIn(parsed, "extends", place)) this.#extend(reference, [...above, name]);
    for (const reference of referencesIn(parsed, "policies", place)) this.#addPolicies(reference);
    this.layers.push({ name, ...parsed });
  }

  #extend(reference: Reference, above: readonly string[]): void {
    const { place, at: written } = reference;
    const name = nameOf(place);
    if (above.includes(name))
      throw refused(written, `The files extend each other in a circle: ${[...above, name].join(" → ")}.`);
    if (above.length > maxDepth)
      throw refused(written, `More than ${maxDepth} files extend one another: ${above.join(" → ")}.`);
    // What two files extend is below both, where the first of them has it.
    if (this.#done.has(name)) return;
    this.#done.add(name);
    this.#limit(written);
    this.add(place, readText(this.#revision, reference, "settings"), above);
  }

  #addPolicies(reference: Reference): void {
    const name = nameOf(reference.place);
    if (this.policies.has(name)) return;
    this.policies.set(name, readText(this.#revision, reference, "policies"));
    this.#limit(reference.at);
    if (reference.place.kind === "file") this.files.add(reference.place.path);
  }

  #limit(written: Location): void {
    if (this.#done.size + this.policies.size > maxFiles)
      throw refused(written, `More than ${maxFiles} files of settings and policies: join some.`);
  }
}

function referencesIn({ root }: ConfigText, key: "extends" | "policies", from: Place): Reference[] {
  return items(at(root, key)).map((item) => readReference(text(item) ?? "", item, from));
}
