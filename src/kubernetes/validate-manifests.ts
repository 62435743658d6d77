import path from "node:path";
// biome-ignore lint/correctness/noPrivateImports: types that the workspace exports for its users
import type { ExtraSchema, Result, Validator, Violation } from "../../kubeconform-wasm/src/index.ts";
import {
  at,
  type Entry,
  entries,
  items,
  type Location,
  type MapNode,
  type Node,
  ofKind,
  type Project,
  type Source,
  type SourceKind,
  type Text,
  text,
  toData,
  UsageError,
  type YamlDocument,
} from "../project/index.ts";
import { type Api, absence, deprecation, type Unchecked, uncheckedKinds } from "./api-versions.ts";
import { isNamedPatch, patchFiles } from "./patches.ts";
import { beginning, follow, steps } from "./pointer.ts";
import type { ManifestProblem } from "./problem.ts";
import type { Resource } from "./resource.ts";
import { schemasFrom } from "./schema-location.ts";
import { violationProblem } from "./violation.ts";

export interface ManifestOptions {
  /** The workspace, for `schemaLocations`. */
  readonly root: string;
  /** A minor version such as `1.34`, or a patch release of it. Default: the newest known. */
  readonly kubernetesVersion?: string | undefined;
  /** Further schemas: see `schemasFrom`. */
  readonly schemaLocations?: readonly string[] | undefined;
  /** Whether a file is looked at. Default: every one. */
  readonly includes?: ((file: Text) => boolean) | undefined;
}

/**
 * Holds every manifest against the schemas of a Kubernetes version, with kubeconform in strict mode. The
 * repository's own CustomResourceDefinitions count as schemas. Without manifests nothing is loaded.
 *
 * @param resources those of the project
 * @throws UsageError for a Kubernetes version without schemas or a schema location that cannot be used
 */
export async function validateManifests(
  project: Project,
  resources: readonly Resource[],
  options: ManifestOptions,
): Promise<ManifestProblem[]> {
  const { includes = () => true } = options;
  const ofScope = (kind: SourceKind) => ofKind(project, kind).filter(({ text }) => includes(text));
  const problems = skippedTemplates(ofScope("helm-template"));
  const manifests = ofScope("kubernetes");
  const kustomizations = ofScope("kustomization");
  if (manifests.length + kustomizations.length === 0) return problems;

  const checker = await Checker.create(project, resources, options);
  for (const source of manifests) problems.push(...checker.checkManifest(source));
  for (const source of kustomizations) problems.push(...checker.checkKustomization(source));
  return [...problems, ...uncheckedKinds(checker.unchecked)];
}

/** The folder of the chart that a template is of, or its own. */
function chartOf({ file }: Source): string {
  return /^(.*?)\/?templates\//.exec(file)?.[1] ?? path.posix.dirname(file);
}

function parentChart(folder: string): string {
  return /^(.+)\/charts\/[^/]+$/.exec(folder)?.[1] ?? "";
}

/** What was not checked is reported once for a chart or a folder, at its first template. */
function skippedTemplates(templates: readonly Source[]): ManifestProblem[] {
  const own = new Set(templates.map(chartOf));
  const folders = new Map<string, Source[]>();
  for (const source of templates) {
    let folder = chartOf(source);
    for (let parent = parentChart(folder); parent !== "" && own.has(parent); parent = parentChart(folder))
      folder = parent;
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  return [...folders].map(([folder, [first, ...others]]) => {
    const { text } = first!;
    const start = Math.max(0, text.content.search(/\{\{|\{%|#@/));
    const rest = others.length === 1 ? "one other" : `${others.length} others`;
    return {
      kind: "template",
      at: { text, span: { start, end: start + 2 } },
      message:
        others.length === 0
          ? "This is a template, so it was not checked against Kubernetes schemas."
          : `This template and ${rest} of \`${folder || "."}\` were not checked against Kubernetes schemas.`,
      help: "Render it (helm template) and check the result.",
    };
  });
}

/** Loaded when first needed: it is larger than all the rest. */
const kubeconform = () => import("../../kubeconform-wasm/src/index.ts");
let compiled: Promise<WebAssembly.Module> | undefined;

async function createValidator(
  version: string | undefined,
  schemas: ExtraSchema[],
): Promise<[Validator, Api]> {
  const { compile, createValidator, OptionError, readCatalog, tuneForShortRuns } = await kubeconform();
  if (compiled === undefined) tuneForShortRuns();
  compiled ??= compile();
  try {
    const validator = await createValidator({
      strict: true,
      ignoreMissingSchemas: true,
      module: await compiled,
      ...(version !== undefined && { kubernetesVersion: version }),
      schemas,
    });
    const { lifeCycles } = await readCatalog();
    return [validator, { version: validator.kubernetesVersion, kinds: validator.kinds(), lifeCycles }];
  } catch (error) {
    if (error instanceof OptionError) throw new UsageError(asSentence(error.message));
    throw error;
  }
}

/** Whether nothing of a resource may be lost: Kubernetes reads documents that are not YAML by the letter. */
function isReadWhole({ source, root }: Resource): boolean {
  return source.documents.every((document) => document.root !== root || document.errors.length === 0);
}

class Checker {
  readonly #validator: Validator;
  readonly #api: Api;
  readonly #patches: ReadonlySet<string>;
  /** By group and kind. */
  readonly #unchecked = new Map<string, Unchecked>();

  private constructor(validator: Validator, api: Api, patches: ReadonlySet<string>) {
    this.#validator = validator;
    this.#api = api;
    this.#patches = patches;
  }

  static async create(
    project: Project,
    resources: readonly Resource[],
    { root, kubernetesVersion, schemaLocations = [] }: ManifestOptions,
  ): Promise<Checker> {
    const { customResourceSchemas } = await kubeconform();
    const read = (definition: unknown) => customResourceSchemas(definition, true);
    const own = resources
      .filter((resource) => resource.kind === "CustomResourceDefinition" && isReadWhole(resource))
      .flatMap((resource) => read(toData(resource.root)));
    const named = schemasFrom(schemaLocations, root, resources, read);
    const [validator, api] = await createValidator(kubernetesVersion, [...own, ...named]);
    return new Checker(validator, api, patchFiles(project));
  }

  checkManifest(source: Source): ManifestProblem[] {
    const find = documentFinder(source);
    return this.#validator.validate(source.text.content).flatMap((result) => {
      const root = find(result.line)?.root;
      const resource = result.item === undefined ? root : items(at(root, "items"))[result.item];
      return this.#problemsOf(result, source, resource);
    });
  }

  /** kustomize takes a file without `kind` and `apiVersion`, so they are filled in. */
  checkKustomization(source: Source): ManifestProblem[] {
    return source.documents.flatMap(({ root }) => {
      if (root?.kind !== "map") return [];
      const data = toData(root) as Record<string, unknown>;
      data.kind ??= "Kustomization";
      data.apiVersion ??= "kustomize.config.k8s.io/v1beta1";
      return this.#validator
        .validate(JSON.stringify(data))
        .flatMap((result) => this.#problemsOf(result, source, root));
    });
  }

  #problemsOf(result: Result, source: Source, resource: Node | undefined): ManifestProblem[] {
    switch (result.reason) {
      case undefined:
      case "skip":
        break;
      case "unreadable":
        return unreadable(result, source, resource);
      case "untyped":
        return [untyped(source, resource, result)];
      case "missing schema":
        return resource?.kind === "map" ? this.#absence(result, resource) : [];
      case "schema":
        break;
      default:
        return [{ kind: "unreadable", at: lineOf(source, result.line), message: asSentence(result.message) }];
    }
    if (resource?.kind !== "map" || !result.apiVersion || !result.kind) return [];
    const kind = result.kind;
    const violations = this.#violations(result, resource);
    // To tell a patch its whole text is looked at, which most are right without.
    const isPart =
      violations.some(isPartial) &&
      (this.#patches.has(source.file) || isNamedPatch(source.file) || isPatch(resource));
    return [
      ...deprecation(this.#api, resource, result.apiVersion, kind),
      ...violations
        .filter((violation) => !isPart || !isPartial(violation))
        .filter((violation) => !isFilledInLater(resource, violation))
        .map((violation) => violationProblem(resource, kind, violation)),
    ];
  }

  /** The API server drops a key whose value is null where null is none of its values, and then looks what is missing. */
  #violations(result: Result, resource: MapNode): readonly Violation[] {
    const errors = result.errors ?? [];
    if (!errors.some(isNull)) return errors;
    const [again] = this.#validator.validate(JSON.stringify(withoutNulls(toData(resource))));
    return again?.errors ?? [];
  }

  #absence({ apiVersion = "", kind = "" }: Result, resource: MapNode): ManifestProblem[] {
    const found = absence(this.#api, resource, apiVersion, kind);
    if (found === undefined) return [];
    if (!("apiVersion" in found)) return [found];
    const key = `${apiVersion.split("/")[0]}/${kind}`;
    if (!this.#unchecked.has(key)) this.#unchecked.set(key, found);
    return [];
  }

  get unchecked(): Unchecked[] {
    return [...this.#unchecked.values()];
  }
}

/** What is wrong with a patch only because it is not a whole resource. */
function isPartial({ keyword, path }: Violation): boolean {
  return (
    keyword === "required" ||
    (keyword === "additionalProperties" && steps(path).at(-1)?.startsWith("$") === true)
  );
}

function isNull({ keyword, got }: Violation): boolean {
  return keyword === "type" && got === "null";
}

/** Without the keys of maps that have no value; items of lists stay. */
function withoutNulls(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutNulls);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, withoutNulls(value)]),
  );
}

/** Whether a resource holds a directive of a strategic merge patch, which no whole resource has. */
function isPatch(node: Node, seen = new Set<Node>()): boolean {
  if (node.kind === "scalar" || seen.has(node)) return false;
  seen.add(node);
  return (
    entries(node).some(({ key, value }) => key === "$patch" || isPatch(value, seen)) ||
    items(node).some((item) => isPatch(item, seen))
  );
}

/** A value that another tool puts in: SOPS deciphers it, Flux, kustomize or Argo CD know it. */
const placeholder = /^ENC\[|\$\{[^}]{0,200}\}|\$\([A-Z_]{1,200}\)|\{\{.{0,200}\}\}/;

/** Whether the manifest that is applied has another value there, or not that key. */
function isFilledInLater(resource: MapNode, { keyword, path }: Violation): boolean {
  if (keyword === "required") return false;
  if (keyword === "additionalProperties")
    return path === "/sops" && at(resource, "sops", "mac") !== undefined;
  const value = text(follow(resource, steps(path)).value);
  return value !== undefined && placeholder.test(value);
}

/** Finds the first document that begins at or after a line (from 0). Lines must be asked for in order. */
function documentFinder({ text, documents }: Source): (line: number) => YamlDocument | undefined {
  let index = 0;
  return (line) => {
    const start = text.lineStarts[line] ?? 0;
    while (index < documents.length && (documents[index]?.root?.span.start ?? -1) < start) index++;
    return documents[index];
  };
}

/**
 * A document that Kubernetes' YAML library refuses, which takes some that are not YAML by the letter. Where a key
 * occurs twice, each such key is a problem.
 */
function unreadable(result: Result, source: Source, resource: Node | undefined): ManifestProblem[] {
  const duplicates = [...duplicateKeys(resource)];
  if (duplicates.length > 0) return duplicates;
  // A key beside a merge key replaces the merged one, which the strict reader refuses all the same.
  if (/already set in map/.test(result.message ?? "") && mergeKey.test(source.text.content)) return [];
  const broken = source.documents.find(({ errors }) => errors.length > 0)?.errors[0];
  if (broken !== undefined) return [{ kind: "syntax", at: broken, message: broken.message }];
  const [, line, reason] = /line (\d+): (.*)/.exec(result.message ?? "") ?? [];
  return [
    {
      kind: "unreadable",
      at: lineOf(source, result.line + Math.max(0, Number(line ?? 1) - 1)),
      message: `Kubernetes cannot read this document: ${reason ?? result.message}.`,
    },
  ];
}

/** A key that takes over the entries of another map. */
const mergeKey = /^[ \t]*(?:-[ \t]+)*(?:!!merge[ \t]+)?<<[ \t]*:/m;

function* duplicateKeys(node: Node | undefined, seen = new Set<Node>()): Iterable<ManifestProblem> {
  // An alias leads to a node that was looked at already.
  if (node === undefined || node.kind === "scalar" || seen.has(node)) return;
  seen.add(node);
  const first = new Map<string, Entry>();
  for (const entry of entries(node)) {
    const { key, keyLocation, value } = entry;
    const before = first.get(key);
    if (before === undefined) first.set(key, entry);
    else {
      const { start } = before.keyLocation.text.locate(before.keyLocation.span);
      yield {
        kind: "duplicate-key",
        at: keyLocation,
        message: `The key \`${key}\` is repeated here; it is already set on line ${start.line}.`,
        help: "kubectl refuses it, and where it does not look, only the last one counts.",
      };
    }
    yield* duplicateKeys(value, seen);
  }
  for (const item of items(node)) yield* duplicateKeys(item, seen);
}

function untyped(source: Source, resource: Node | undefined, result: Result): ManifestProblem {
  const missing = ["apiVersion", "kind"].filter((name) => {
    const value = at(resource, name);
    return value?.kind !== "scalar" || typeof value.value !== "string";
  });
  const names = missing.map((name) => `\`${name}\``).join(" and no ");
  return {
    kind: "unreadable",
    at: resource === undefined ? lineOf(source, result.line) : beginning(resource),
    message: names
      ? `This document has no ${names}, so Kubernetes cannot tell what it is.`
      : `Kubernetes cannot tell what this document is: ${(result.message ?? "").replace(/^error while parsing: /, "")}.`,
  };
}

/** The text of a line (from 0), as a location. */
function lineOf({ text }: Source, line: number): Location {
  const start = text.lineStarts[Math.min(line, text.lineStarts.length - 1)] ?? 0;
  return { text, span: { start, end: start + text.line(line + 1).length } };
}

function asSentence(message = "this file could not be checked"): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
