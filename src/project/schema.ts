import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { nearest } from "./nearest.ts";
import type { Place } from "./text.ts";
import { entry, type Node, toData } from "./yaml.ts";

/** A value that does not follow its JSON Schema, with the place of the key or value at fault. */
export interface SchemaError extends Place {
  readonly message: string;
}

/** For schemas of this package: the tests hold them against the meta-schema, which costs more than all else. */
export const ajvOptions = { allowUnionTypes: true, meta: false, validateSchema: false } as const;

const compiled = new WeakMap<object, ValidateFunction>();

/** Holds a node against a JSON Schema (draft 7). The schema object is compiled once. */
export function validateNode(node: Node, schema: object): SchemaError[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = new Ajv({ ...ajvOptions, allErrors: true, verbose: true }).compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(toData(node))) return [];
  const errors = validate.errors ?? [];
  // Of an anyOf the branches' own complaints say more than the summary.
  return errors
    .filter(({ keyword }) => keyword !== "anyOf" && keyword !== "if")
    .map((error) => placed(node, error));
}

function placed(root: Node, error: ErrorObject): SchemaError {
  const steps = error.instancePath.split("/").slice(1).map(unescapePointer);
  let node = root;
  let key: Place = root;
  for (const step of steps) {
    if (node.kind === "map") {
      const found = entry(node, step);
      if (found === undefined) break;
      key = found.keyPlace;
      node = found.value;
    } else if (node.kind === "seq") {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      key = item;
      node = item;
    }
  }
  const name = steps.at(-1);
  const subject = name === undefined ? "The file" : /^\d+$/.test(name) ? "This item" : `\`${name}\``;
  switch (error.keyword) {
    case "additionalProperties": {
      const extra = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      const hint = suggestion(nearest(extra, known), known);
      return { ...(entry(node, extra)?.keyPlace ?? key), message: `Unknown key \`${extra}\`.${hint}` };
    }
    case "required":
      return { ...key, message: `${subject} lacks \`${String(error.params.missingProperty)}\`.` };
    case "enum": {
      const allowed = (error.params.allowedValues as unknown[]).map(String);
      const value = node.kind === "scalar" ? String(node.value) : "";
      return {
        ...node,
        message: `${subject} cannot be \`${value}\`.${suggestion(nearest(value, allowed), allowed)}`,
      };
    }
    case "const":
      return { ...node, message: `${subject} must be \`${String(error.params.allowedValue)}\`.` };
    case "type":
      return {
        ...node,
        message: `${subject} must be ${listWords([error.params.type].flat().map(String))}.`,
      };
    default:
      return { ...node, message: `${subject} ${error.message ?? "is not allowed"}.` };
  }
}

function suggestion(near: string | undefined, known: readonly string[]): string {
  if (near !== undefined) return ` Did you mean \`${near}\`?`;
  return known.length > 0 && known.length <= 12 ? ` Use one of: ${known.join(", ")}.` : "";
}

const typeWords: Readonly<Record<string, string>> = {
  object: "a map",
  array: "a list",
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "empty",
};

function listWords(types: readonly string[]): string {
  return types.map((type) => typeWords[type] ?? type).join(" or ");
}

function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
