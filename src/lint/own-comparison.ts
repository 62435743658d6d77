import { type FieldUse, isAllAncestors } from "../falco/index.ts";

const names: ReadonlySet<string> = new Set(["fd.ip", "fd.net", "fd.port", "fd.proto", "evt.rawarg"]);

/** Whether the engine compares a field by code of its own, which knows no modifiers. */
export function hasOwnComparison(field: FieldUse): boolean {
  return names.has(field.name) || isAllAncestors(field);
}

/** For a field of both ends of a connection: those of the client and of the server. */
export const ends: ReadonlyMap<string, readonly [client: string, server: string]> = new Map([
  ["fd.ip", ["fd.cip", "fd.sip"]],
  ["fd.net", ["fd.cnet", "fd.snet"]],
  ["fd.port", ["fd.cport", "fd.sport"]],
  ["fd.proto", ["fd.cproto", "fd.sproto"]],
]);
