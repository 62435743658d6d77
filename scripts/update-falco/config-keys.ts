import { type Checkout, SourceError } from "./checkout.ts";

/** A key of falco.yaml, as in `falco-config-keys.json`. */
export interface ConfigKeyRow {
  /** Path with dots, `[]` for the items of a list. */
  readonly key: string;
  readonly type: string;
  readonly items?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const path = "userspace/falco/config_json_schema.h";

/** Whether a release has a schema of its configuration: since 0.39. */
export const hasConfigSchema = (falco: Checkout, version: string): boolean => falco.has(version, path);

/** Keys of falco.yaml. Source: the schema that Falco checks its configuration against. */
export function readConfigKeys(falco: Checkout, version: string): ConfigKeyRow[] {
  const text = /LONG_STRING_CONST\(\s*(\{[\s\S]*\})\s*\)\s*;/.exec(falco.read(version, path))?.[1];
  let root: Schema;
  try {
    root = JSON.parse(text ?? "") as Schema;
  } catch {
    throw new SourceError(`falco ${version}: ${path}: the schema is not valid JSON`);
  }
  const resolve = (schema: Schema): Schema => {
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.replace("#/definitions/", "");
    const found = root.definitions?.[name];
    if (found === undefined) throw new SourceError(`falco ${version}: ${path}: no definition ${name}`);
    return found;
  };
  const rowsOf = (schema: Schema, prefix: string): ConfigKeyRow[] =>
    Object.entries(schema.properties ?? {}).flatMap(([name, reference]) => {
      const property = resolve(reference);
      const key = `${prefix}${name}`;
      const items = property.items === undefined ? undefined : resolve(property.items);
      return [
        {
          key,
          type: property.type ?? "any",
          ...(items && { items: items.type ?? "any" }),
          ...(property.enum && { enum: property.enum }),
          ...(property.minimum !== undefined && { minimum: property.minimum }),
          ...(property.maximum !== undefined && { maximum: property.maximum }),
          ...(property.required && { required: property.required }),
        },
        ...rowsOf(property, `${key}.`),
        ...(items ? rowsOf(items, `${key}[].`) : []),
      ];
    });
  return rowsOf(resolve(root), "");
}
