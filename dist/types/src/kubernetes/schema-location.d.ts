import type { ExtraSchema } from "../../kubeconform-wasm/src/index.js";
import type { Resource } from "./resource.js";
/** Reads the schemas of a CustomResourceDefinition, given as data. */
export type ReadDefinition = (definition: unknown) => ExtraSchema[];
/**
 * Schemas from the files that `schema-location` names: a CustomResourceDefinition, a folder of them, or a path
 * of JSON Schema files with kubeconform's placeholders, `schemas/{{ .ResourceKind }}{{ .KindSuffix }}.json`, which
 * is looked up for every kind among the resources.
 *
 * @throws UsageError where a location does not exist, is outside the workspace or cannot be read
 */
export declare function schemasFrom(locations: readonly string[], root: string, resources: readonly Resource[], readDefinition: ReadDefinition): ExtraSchema[];
