import type { Result } from "./result.js";
export type { Result, Status, Violation } from "./result.js";
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
export declare class OptionError extends Error {
    name: string;
}
/** The program, to be shared by validators and handed to workers. Cheap to keep, the dearest thing to make. */
export declare function compile(folder?: URL): Promise<WebAssembly.Module>;
/**
 * Tells V8 to compile WebAssembly quickly and not well, in this process and from now on. Good for a run of up
 * to some ten thousand documents, which ends before better code has paid; to be called before `compile`.
 */
export declare function tuneForShortRuns(): void;
export declare function readCatalog(folder?: URL): Promise<Catalog>;
/** @throws OptionError for a version that is not built in or a schema that is none. */
export declare function createValidator(options?: ValidatorOptions): Promise<Validator>;
/**
 * The schemas that a CustomResourceDefinition brings, for `schemas`; nothing where it is not a usable one.
 *
 * @param definition the object, as read from YAML; it may hold anything
 * @param strict whether unknown fields are refused
 */
export declare function customResourceSchemas(definition: unknown, strict: boolean): ExtraSchema[];
