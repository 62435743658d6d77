/**
 * kubeconform for JavaScript: are these Kubernetes manifests valid? Offline, no binary, the verdicts of
 * kubeconform itself, whose Go code runs here as WebAssembly.
 */
import { setFlagsFromString } from "node:v8";
import { defaultFolder, INDEX, kubernetes, readData, readProgram } from "./data.ts";
import { type CustomResourceDefinition, close, fromCustomResource } from "./definitions.ts";
import { Instance } from "./instance.ts";
import type { Result } from "./result.ts";
import { ProgramExit } from "./wasi.ts";

export type { Result, Status, Violation } from "./result.ts";

/**
 * A schema that is not built in. It goes before the built-in one of the same kind.
 * @public
 */
export interface ExtraSchema {
  apiVersion: string;
  kind: string;
  /** A JSON Schema; draft 4 where it does not say. It is used as it is, also in strict mode. */
  schema: unknown;
}

/** @public */
/** @public */
export interface ValidatorOptions {
  /** A minor version such as `1.34`, or any of its patch releases; default: the newest that is built in. */
  kubernetesVersion?: string;
  /** Refuse unknown fields and duplicate keys. */
  strict?: boolean;
  /** A kind without a schema is skipped and not an error. */
  ignoreMissingSchemas?: boolean;
  /** Kinds to skip, as `Secret` or `v1/Secret`. */
  skip?: readonly string[];
  /** Kinds to refuse, in the same form. */
  reject?: readonly string[];
  schemas?: readonly ExtraSchema[];
  /** The compiled program, where another validator or the main thread has it already: `compile` of the same `data`. */
  module?: WebAssembly.Module;
  /** The folder of the program and the schemas, where a bundler has moved them: a URL that ends in `/`. */
  data?: URL;
}

export interface Validator {
  /** The minor version of the built-in schemas. */
  readonly kubernetesVersion: string;
  /** Every kind with a schema, as `group/version/Kind`; the caller's own are not among them. */
  kinds(): string[];
  /** Checks every resource of a text of YAML or JSON, however hostile. */
  validate(text: string): Result[];
}

/**
 * When a kind came and went, by `group/version/Kind`; versions are minor versions such as `1.25`.
 * @public
 */
export interface LifeCycle {
  introduced?: string;
  deprecated?: string;
  /** The first version without it; one that is not out yet is a plan. */
  removed?: string;
  /** `group/version/Kind` that the newest version has. */
  replacement?: string;
}

/** @public */
export interface Catalog {
  /** Minor versions of Kubernetes with built-in schemas, the newest first. */
  versions: string[];
  lifeCycles: Record<string, LifeCycle>;
}

/**
 * An option has a value that cannot be; the message says what can.
 * @public
 */
export class OptionError extends Error {
  override name = "OptionError";
}

/** More memory than this after a text, and the next one gets a fresh instance. In bytes. */
const MEMORY_LIMIT = 256 << 20;

/** The program, to be shared by validators and handed to workers. Cheap to keep, the dearest thing to make. */
export async function compile(folder: URL = defaultFolder()): Promise<WebAssembly.Module> {
  return new WebAssembly.Module(readProgram(folder));
}

/**
 * Tells V8 to compile WebAssembly quickly and not well, in this process and from now on. Good for a run of up
 * to some ten thousand documents, which ends before better code has paid; to be called before `compile`.
 */
export function tuneForShortRuns(): void {
  for (const flag of ["--no-wasm-tier-up", "--no-wasm-dynamic-tiering", "--wasm-lazy-validation"]) {
    setFlagsFromString(flag);
  }
}

export async function readCatalog(folder: URL = defaultFolder()): Promise<Catalog> {
  return JSON.parse(readData(folder, INDEX).toString()) as Catalog;
}

/** @throws OptionError for a version that is not built in or a schema that is none. */
export async function createValidator(options: ValidatorOptions = {}): Promise<Validator> {
  const folder = options.data ?? defaultFolder();
  const compiled = options.module ?? compile(folder);
  const { versions } = await readCatalog(folder);
  const version = minorVersion(options.kubernetesVersion, versions);
  const [module, changes] = await Promise.all([
    compiled,
    version === versions[0] ? undefined : readData(folder, kubernetes(version)),
  ]);

  const start = () => {
    const instance = Instance.from(module, folder);
    instance.create(options);
    if (changes) instance.addDefinitions(changes);
    for (const [index, extra] of (options.schemas ?? []).entries()) addSchema(instance, extra, index);
    return instance;
  };

  let instance = start();
  return {
    kubernetesVersion: version,
    kinds: () => instance.kinds(),
    validate(text) {
      if (instance.size > MEMORY_LIMIT) instance = start();
      try {
        return instance.validate(text);
      } catch (error) {
        instance = start();
        return [failure(error)];
      }
    },
  };
}

/**
 * The schemas that a CustomResourceDefinition brings, for `schemas`; nothing where it is not a usable one.
 *
 * @param definition the object, as read from YAML; it may hold anything
 * @param strict whether unknown fields are refused
 */
export function customResourceSchemas(definition: unknown, strict: boolean): ExtraSchema[] {
  try {
    const { kinds, schemas } = fromCustomResource(definition as CustomResourceDefinition);
    return [...kinds].map(([key, name]) => {
      const schema = schemas.get(name)!;
      (schema.properties as Record<string, unknown>).metadata = { type: "object" };
      if (strict) close(schema);
      const [, apiVersion, kind] = /^(.*)\/([^/]*)$/.exec(key)!;
      return { apiVersion: apiVersion!, kind: kind!, schema };
    });
  } catch {
    return [];
  }
}

function minorVersion(wanted: string | undefined, versions: string[]): string {
  if (wanted === undefined) return versions[0]!;
  const [, minor] = /^v?(\d+\.\d+)(?:\.\d+)?$/.exec(wanted) ?? [];
  if (minor && versions.includes(minor)) return minor;
  throw new OptionError(
    `there are no schemas for Kubernetes ${wanted}; there are for ${versions.join(", ")}`,
  );
}

function addSchema(instance: Instance, extra: ExtraSchema, index: number): void {
  const key = `${extra.apiVersion}/${extra.kind}`;
  try {
    instance.addSchema({ key, url: `file:///schemas/${index}.json`, schema: extra.schema });
  } catch (error) {
    throw new OptionError(`the schema of ${key} is not usable: ${(error as Error).message}`);
  }
}

/** What stopped the program. It says nothing about the resources before the one that did. */
function failure(error: unknown): Result {
  const tooDeep =
    error instanceof RangeError || (error instanceof ProgramExit && error.output.includes("stack overflow"));
  return {
    status: "error",
    reason: tooDeep ? "too deep" : "crashed",
    message: tooDeep
      ? "the text is nested too deeply"
      : `the text could not be checked: ${error instanceof Error ? error.message : String(error)}`,
    document: 0,
    line: 0,
  };
}
