import { classify, type SourceKind } from "./classify.ts";
import type { ChartFile, Discovery, SkippedFile } from "./discover.ts";
import type { Text } from "./source-text.ts";
import { at, embeddedText, entries, type MapNode, type ScalarNode, text, type YamlDocument } from "./tree.ts";
import { parseYaml } from "./yaml.ts";

/** The location of an embedded source: a key of a ConfigMap's data, a custom rules file in Helm values. */
export interface Embedding {
  readonly source: Source;
  /** The document that holds it: the ConfigMap, the values. */
  readonly holder: MapNode;
  /** The key of the text, which is the file's name where it is mounted. */
  readonly key: string;
}

/** A file, or a text embedded in one, with what it is. Its YAML is parsed once, when first asked for. */
export class Source {
  readonly text: Text;
  readonly kind: SourceKind;
  readonly embedding: Embedding | undefined;
  #documents: readonly YamlDocument[] | undefined;

  constructor(text: Text, kind: SourceKind, embedding?: Embedding) {
    this.text = text;
    this.kind = kind;
    this.embedding = embedding;
  }

  /** Path of the file that holds it, from the workspace root. */
  get file(): string {
    return this.text.file;
  }

  /** How people would name it: its file, and the key inside it where it is embedded. */
  get name(): string {
    return this.embedding === undefined ? this.file : `${this.file}#${this.embedding.key}`;
  }

  get documents(): readonly YamlDocument[] {
    this.#documents ??= unparsed.has(this.kind) ? [] : parseYaml(this.text);
    return this.#documents;
  }
}

/** Kinds of which nothing is YAML before a tool renders it, Markdown and scripts. */
const unparsed: ReadonlySet<SourceKind> = new Set([
  "markdown",
  "script",
  "helm-template",
  "helmfile-template",
]);

/** All that was read from the workspace. */
export interface Project {
  /** Files, each followed by the sources embedded in it. */
  readonly sources: readonly Source[];
  readonly skipped: readonly SkippedFile[];
  /** Program code, read when it is first asked for. */
  readonly code?: Discovery["code"];
  readonly chartFiles?: readonly ChartFile[] | undefined;
}

/**
 * Classifies the files found and the texts embedded in them.
 *
 * @param known a project that shares texts with this one; what was read of them is not read again
 */
export function readProject({ texts, skipped, chartFiles, code }: Discovery, known?: Project): Project {
  const read = new Map<Text, Source[]>();
  let group: Source[] = [];
  for (const source of known?.sources ?? []) {
    if (source.embedding === undefined) {
      group = [];
      read.set(source.text, group);
    }
    group.push(source);
  }
  const sources: Source[] = [];
  for (const text of texts) {
    const same = read.get(text);
    if (same !== undefined) {
      sources.push(...same);
      continue;
    }
    const source = new Source(text, classify(text.file, text.content));
    sources.push(source, ...embedded(source));
  }
  return { sources, skipped, chartFiles, ...(code && { code }) };
}

export function ofKind(project: Project, kind: SourceKind): Source[] {
  return project.sources.filter((source) => source.kind === kind);
}

function* embedded(source: Source): Iterable<Source> {
  if (source.kind !== "kubernetes" && source.kind !== "helm-values") return;
  for (const { root } of source.documents) {
    if (root?.kind !== "map") continue;
    if (source.kind === "helm-values") yield* embeddedInValues(source, root);
    else yield* embeddedInResource(source, root);
  }
}

/** Values of Falco's chart, or of one that has it as a dependency, under its name. */
function* embeddedInValues(source: Source, values: MapNode): Iterable<Source> {
  yield* embeddedIn(source, values, at(values, "customRules"));
  for (const { value } of values.entries) yield* embeddedIn(source, values, at(value, "customRules"));
}

function* embeddedInResource(source: Source, resource: MapNode): Iterable<Source> {
  const kind = text(at(resource, "kind"));
  if (kind === "ConfigMap") yield* embeddedIn(source, resource, at(resource, "data"));
  else if (kind === "Secret") yield* embeddedIn(source, resource, at(resource, "stringData"));
  else if (kind === "HelmRelease")
    yield* embeddedIn(source, resource, at(resource, "spec", "values", "customRules"));
  else if (kind === "Rulesfile") yield* embeddedIn(source, resource, at(resource, "spec"));
  else if (kind?.endsWith("List")) {
    const list = at(resource, "items");
    for (const item of list?.kind === "seq" ? list.items : []) {
      if (item.kind === "map") yield* embeddedInResource(source, item);
    }
  }
}

function* embeddedIn(source: Source, holder: MapNode, data: ReturnType<typeof at>): Iterable<Source> {
  for (const { key, value } of entries(data)) {
    if (value.kind !== "scalar" || typeof value.value !== "string" || !value.value.includes("\n")) continue;
    const inner = embeddedText(value as ScalarNode);
    const kind = classify(key, inner.content);
    if (kind === "falco-rules" || kind === "falco-config")
      yield new Source(inner, kind, { source, holder, key });
  }
}
