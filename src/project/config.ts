import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import validateConfig from "../../schemas/config.schema.json?validator=all";
import { configNames } from "./classify.ts";
import { validateNode } from "./schema.ts";
import { type Location, Text } from "./source-text.ts";
import { UsageError } from "./usage-error.ts";
import { parseYaml, toData } from "./yaml.ts";

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
  readonly plugins?: readonly string[];
  readonly fields?: readonly DeclaredField[];
  readonly assume?: Readonly<Record<string, unknown>>;
}

/**
 * Reads the configuration: the file named, else the first of the usual names that exists, else nothing.
 *
 * @param root the workspace
 * @throws UsageError with file, line and column when the file is missing, not YAML or not as its schema says
 */
export function readConfig(root: string, file?: string): Config {
  const found = file ?? configNames.find((name) => existsSync(path.join(root, name)));
  if (found === undefined) return {};
  let content: string;
  try {
    content = readFileSync(path.resolve(root, found), "utf8");
  } catch {
    throw new UsageError(`Cannot read the configuration file ${found}.`);
  }
  const [document] = parseYaml(new Text(found, content));
  const [broken] = document?.errors ?? [];
  if (broken !== undefined) throw refused(broken, broken.message);
  if (document?.root === undefined) return {};
  const [wrong] = validateNode(document.root, validateConfig);
  if (wrong !== undefined) throw refused(wrong, wrong.message);
  return toData(document.root) as Config;
}

function refused({ text, span }: Location, message: string): UsageError {
  const { file, start } = text.locate(span);
  return new UsageError(`${file}:${start.line}:${start.column}: ${message}`);
}
