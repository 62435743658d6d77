import { type Priority as FalcoPriority, parsePriority as parseFalcoPriority } from "../../falco/index.ts";

/** Priorities as falco.yaml and falcosidekick write them, from the lowest to the highest. */
export const priorities = [
  "debug",
  "informational",
  "notice",
  "warning",
  "error",
  "critical",
  "alert",
  "emergency",
] as const satisfies readonly Lowercase<FalcoPriority>[];

export type Priority = (typeof priorities)[number];

/** A priority as people write it, in any case and with the short form `info`; undefined for other words. */
export function parsePriority(word: string | undefined): Priority | undefined {
  return parseFalcoPriority(word ?? "")?.toLowerCase() as Priority | undefined;
}

export function passes(priority: Priority, minimum: Priority): boolean {
  return priorities.indexOf(priority) >= priorities.indexOf(minimum);
}
