import { nearest } from "./nearest.ts";
import type { Location } from "./source-text.ts";
import { entry, type Node, toData } from "./tree.ts";

/** A value that does not follow its JSON Schema, with the location of the key or value at fault. */
export interface SchemaError extends Location {
  readonly message: string;
  /** Keys and indexes that lead to it from the node that was validated. */
  readonly path: readonly string[];
}

/** Tells whether data follows a JSON Schema (draft 7), and leaves in `errors` what does not. */
export interface SchemaValidator {
  (data: unknown): boolean;
  errors?: readonly Violation[] | null;
}

interface Violation {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  /** The keyword of JSON Schema that is not met, and what it requires. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: { readonly properties?: object };
  readonly message?: string;
}

/** Holds a node against a JSON Schema, for all its errors. */
export function validateNode(node: Node, validate: SchemaValidator): SchemaError[] {
  if (validate(toData(node))) return [];
  const errors = validate.errors ?? [];
  // Of an anyOf the branches' own complaints say more than the summary.
  return errors
    .filter(({ keyword }) => keyword !== "anyOf" && keyword !== "if")
    .map((error) => located(node, error));
}

function located(root: Node, error: Violation): SchemaError {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  return { ...describe(root, path, error), path };
}

function describe(root: Node, steps: readonly string[], error: Violation): Location & { message: string } {
  let node = root;
  let key: Location = root;
  for (const step of steps) {
    if (node.kind === "map") {
      const found = entry(node, step);
      if (found === undefined) break;
      key = found.keyLocation;
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
      const known = Object.keys(error.parentSchema?.properties ?? {});
      const hint = suggestion(nearest(extra, known), known);
      return { ...(entry(node, extra)?.keyLocation ?? key), message: `Unknown key \`${extra}\`.${hint}` };
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
