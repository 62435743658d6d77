import { kindOf } from "../falco/index.ts";
import type { WrittenCheck } from "./conditions.ts";
import { hasOwnComparison } from "./own-comparison.ts";

/** The field that a check is about; undefined where its values cannot be enumerated or compared here. */
export function provableField({ field, check }: WrittenCheck): string | undefined {
  if (field === undefined || field.list || hasOwnComparison(field)) return undefined;
  if (check.kind === "comparison" && check.right.kind === "transformation") return undefined;
  // Macros that are always or never true are written with it.
  if (
    field.name === "evt.num" ||
    field.name === "evt.around" ||
    (field.name.endsWith(".name") && field.name.startsWith("fd.") && field.name !== "fd.name")
  )
    return undefined;
  return kinds.has(kindOf(field.type).kind) ? field.key : undefined;
}

const kinds: ReadonlySet<string> = new Set(["integer", "port", "boolean", "text", "address"]);
