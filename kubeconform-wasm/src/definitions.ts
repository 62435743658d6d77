/**
 * From OpenAPI to the schemas that manifests are held against. A definition is one JSON Schema without
 * descriptions; references between definitions are `{"definition": name}`, with `!` behind the name where
 * null is no value. As the users of kubeconform know them, the schemas of built-in kinds take null for
 * every optional field.
 */

export interface OpenApiSchema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  properties?: Record<string, OpenApiSchema>;
  required?: string[];
  items?: OpenApiSchema;
  additionalProperties?: OpenApiSchema | boolean;
  enum?: unknown[];
  "x-kubernetes-int-or-string"?: boolean;
  "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string }[];
  [keyword: string]: unknown;
}

export type Schema = { [keyword: string]: unknown };

/** Definitions by name, and the definition of each kind by "group/version/Kind". */
export interface Definitions {
  schemas: Map<string, Schema>;
  kinds: Map<string, string>;
}

/** The formats that kubeconform's schema library checks; the others say nothing to it. */
const CHECKED_FORMATS = new Set([
  "date-time",
  "date",
  "time",
  "duration",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uuid",
  "email",
]);

/** The keywords that are kept as they are. */
const KEPT = [
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "x-kubernetes-preserve-unknown-fields",
];

const PREFIX =
  /^io\.k8s\.(?:api|apimachinery\.pkg\.apis|apiextensions-apiserver\.pkg\.apis|kube-aggregator\.pkg\.apis|apimachinery\.pkg)\./;

/** @param document the `definitions` of an OpenAPI (Swagger 2.0) document of Kubernetes. */
export function fromOpenApi(document: Record<string, OpenApiSchema>): Definitions {
  const definitions: Definitions = { schemas: new Map(), kinds: new Map() };
  for (const [longName, source] of Object.entries(document)) {
    if (isScalar(source)) continue;
    const name = shortName(longName);
    if (definitions.schemas.has(name)) throw new Error(`two definitions are called ${name}`);
    const schema = convert(source, "optional", document);
    const kinds = source["x-kubernetes-group-version-kind"] ?? [];
    if (kinds.length > 0) {
      const versions = kinds.map((kind) => apiVersion(kind.group, kind.version));
      pinType(schema, [...new Set(versions)], [...new Set(kinds.map((kind) => kind.kind))]);
      for (const [index, { kind }] of kinds.entries())
        definitions.kinds.set(`${versions[index]}/${kind}`, name);
    }
    definitions.schemas.set(name, schema);
  }
  return definitions;
}

export interface CustomResourceDefinition {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; served?: boolean; schema?: { openAPIV3Schema?: OpenApiSchema } }[];
  };
}

/** Schemas of every served version of a CustomResourceDefinition. Its fields take null only where it says so. */
export function fromCustomResource({ spec }: CustomResourceDefinition): Definitions {
  const definitions: Definitions = { schemas: new Map(), kinds: new Map() };
  const { kind } = spec.names;
  for (const { name, served, schema } of spec.versions) {
    if (served === false || !schema?.openAPIV3Schema) continue;
    const version = apiVersion(spec.group, name);
    const converted = convert(schema.openAPIV3Schema, "exact", {});
    definitions.schemas.set(`${version}.${kind}`, object(converted, version, kind));
    definitions.kinds.set(`${version}/${kind}`, `${version}.${kind}`);
  }
  return definitions;
}

/** Refuses what an object does not list, as strict mode does. */
export function close(schema: unknown): void {
  if (typeof schema !== "object" || schema === null) return;
  const target = schema as Schema;
  if (target.properties) {
    const isOpen =
      target.additionalProperties !== undefined || target["x-kubernetes-preserve-unknown-fields"];
    if (!isOpen) target.additionalProperties = false;
    for (const property of Object.values(target.properties)) close(property);
  }
  close(target.items);
  close(target.additionalProperties);
}

/** Gives a schema what every object of the API has. */
export function object(schema: Schema, version: string, kind: string): Schema {
  schema.properties = {
    ...(schema.properties as object),
    metadata: { definition: "meta.v1.ObjectMeta" },
  };
  pinType(schema, [version], [kind]);
  return schema;
}

function pinType(schema: Schema, versions: string[], kinds: string[]): void {
  const properties = schema.properties as Record<string, Schema> | undefined;
  if (!properties) return;
  properties.apiVersion = { type: "string", enum: versions };
  properties.kind = { type: "string", enum: kinds };
}

export const apiVersion = (group: string, version: string) => (group ? `${group}/${version}` : version);

const shortName = (name: string) => name.replace("#/definitions/", "").replace(PREFIX, "");

/** A definition such as Time or Quantity: it is put in place instead of being referred to. */
const isScalar = (schema: OpenApiSchema) => schema.type !== undefined && schema.type !== "object";

/** `optional` takes null beside its type, `required` and `exact` do not; `exact` hands itself on to all below. */
type Nullability = "optional" | "required" | "exact";

function convert(
  source: OpenApiSchema,
  nullability: Nullability,
  document: Record<string, OpenApiSchema>,
): Schema {
  if (source.$ref) {
    const target = document[source.$ref.replace("#/definitions/", "")];
    if (!target) throw new Error(`no definition ${source.$ref}`);
    if (isScalar(target)) return convert(scalar(source.$ref, target), nullability, document);
    return { definition: shortName(source.$ref) + (nullability === "optional" ? "" : "!") };
  }
  const schema: Schema = {};
  const types = typesOf(source);
  const takesNull = nullability === "optional" || source.nullable === true;
  if (types.length > 0) {
    const all = takesNull ? [...types, "null"] : types;
    schema.type = all.length === 1 ? all[0] : all;
  }
  if (source.format && CHECKED_FORMATS.has(source.format)) schema.format = source.format;
  for (const keyword of KEPT) if (source[keyword] !== undefined) schema[keyword] = source[keyword];

  const inner = nullability === "exact" ? "exact" : "optional";
  if (source.properties) {
    const required = new Set(nullability === "exact" ? [] : source.required);
    schema.properties = Object.fromEntries(
      Object.entries(source.properties).map(([name, property]) => [
        name,
        convert(property, required.has(name) ? "required" : inner, document),
      ]),
    );
  }
  if (source.required && source.required.length > 0) schema.required = source.required;
  if (source.items) schema.items = convert(source.items, inner, document);
  if (typeof source.additionalProperties === "object") {
    schema.additionalProperties = convert(source.additionalProperties, inner, document);
  } else if (source.additionalProperties !== undefined) {
    schema.additionalProperties = source.additionalProperties;
  }
  if (!isIntOrString(source)) {
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const parts = source[keyword] as OpenApiSchema[] | undefined;
      if (parts) schema[keyword] = parts.map((part) => convert(part, "exact", document));
    }
    if (source.not) schema.not = convert(source.not as OpenApiSchema, "exact", document);
  }
  return schema;
}

/** A quantity may be written as a number, which its OpenAPI definition does not say. */
function scalar(reference: string, target: OpenApiSchema): OpenApiSchema {
  return reference.endsWith(".Quantity") ? { type: "quantity" } : target;
}

const isIntOrString = (source: OpenApiSchema) =>
  source.format === "int-or-string" || source["x-kubernetes-int-or-string"] === true;

function typesOf(source: OpenApiSchema): string[] {
  if (isIntOrString(source)) return ["string", "integer"];
  if (source.type === "quantity") return ["string", "number"];
  return source.type ? [source.type] : [];
}
