import validateConfig from "../../schemas/config.schema.json?validator=all";
import { configNames } from "./classify.ts";
import type { Revision } from "./revision.ts";
import { validateNode } from "./schema.ts";
import { type Location, Text } from "./source-text.ts";
import { UsageError } from "./usage-error.ts";
import { type MapNode, parseYaml, toData } from "./yaml.ts";

/** A field of a plugin that the tool does not know. */
export interface DeclaredField {
  readonly name: string;
  readonly type: "string" | "uint64" | "bool" | "reltime" | "abstime" | "ipaddr" | "ipnet";
  readonly list?: boolean;
  readonly argument?: "none" | "key" | "index" | "optional-key" | "optional-index";
  readonly source?: string;
}

/** The repository's own settings, as `schemas/config.schema.json` describes them. */
export interface Config {
  readonly paths?: readonly string[];
  readonly exclude?: readonly string[];
  readonly matrix?: string;
  readonly frameworks?: readonly string[];
  readonly "falco-version"?: string | number;
  readonly "kubernetes-version"?: string | number;
  readonly "schema-location"?: readonly string[];
  readonly level?: string;
  readonly "fail-on"?: string;
  readonly "min-confidence"?: string;
  readonly "fail-on-regression"?: boolean;
  readonly "only-new"?: boolean;
  readonly gate?: string;
  readonly baseline?: string;
  readonly scope?: string;
  readonly "min-coverage"?: number | Readonly<Record<string, number>>;
  /** Least breadth of a control that is proven, in percent. */
  readonly "min-breadth"?: number;
  /** Least share of time, of events and of alerts of a rule that operated over a period, in percent. */
  readonly "min-operating"?: number;
  /** What marks an alert as one of a drill: values by field. */
  readonly drills?: readonly Readonly<Record<string, string | number>>[];
  readonly organisation?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly rules?: Readonly<Record<string, "off" | "notice" | "warning" | "error">>;
  /** Files with policies of the user's own. */
  readonly policies?: readonly string[];
  readonly plugins?: readonly string[];
  readonly fields?: readonly DeclaredField[];
  readonly assume?: Readonly<Record<string, unknown>>;
}

/** The configuration of a revision. */
export interface ConfigFile {
  /** Its path from the workspace root; undefined where there is none. */
  readonly file: string | undefined;
  readonly config: Config;
  /** What the file says, with locations. */
  readonly root: MapNode | undefined;
}

/**
 * Reads the configuration: the file named, else the first of the usual names that exists, else nothing.
 *
 * @throws UsageError with file, line and column when the file is missing, not YAML or not as its schema says
 */
export function readConfig(revision: Revision, named?: string): ConfigFile {
  for (const file of named === undefined ? configNames : [named]) {
    const read = named === undefined ? revision.read(file) : revision.readNamed(file);
    if (read.kind === "text") return parseConfig(revision.relative(file), read.content);
    if (read.kind === "refused")
      throw new UsageError(`Cannot read the configuration file ${file}: it is ${read.reason}.`);
    if (named !== undefined)
      throw new UsageError(`Cannot read the configuration file ${file}: there is none.`);
  }
  return { file: undefined, config: {}, root: undefined };
}

function parseConfig(file: string, content: string): ConfigFile {
  const [document] = parseYaml(new Text(file, content));
  const [broken] = document?.errors ?? [];
  if (broken !== undefined) throw refused(broken, broken.message);
  if (document?.root === undefined) return { file, config: {}, root: undefined };
  const { root } = document;
  const [wrong] = validateNode(root, validateConfig);
  if (wrong !== undefined) throw refused(wrong, wrong.message);
  return { file, config: toData(root) as Config, root: root.kind === "map" ? root : undefined };
}

function refused({ text, span }: Location, message: string): UsageError {
  const { file, start } = text.locate(span);
  return new UsageError(`${file}:${start.line}:${start.column}: ${message}`);
}
