import type { FieldUse } from "../falco/evaluate/operand.ts";
import { isAllAncestors } from "../falco/evaluate/special.ts";

const names: ReadonlySet<string> = new Set(["fd.ip", "fd.net", "fd.port", "fd.proto", "evt.rawarg"]);

/** Whether the engine compares a field by code of its own, which knows no modifiers. */
export function hasOwnComparison(field: FieldUse): boolean {
  return names.has(field.name) || isAllAncestors(field);
}
