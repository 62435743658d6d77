/** Priorities of Falco from the lowest to the highest. */
export const priorities = [
  "debug",
  "informational",
  "notice",
  "warning",
  "error",
  "critical",
  "alert",
  "emergency",
] as const;

export type Priority = (typeof priorities)[number];

/** A priority as people write it, in any case and with the short form `info`; undefined for other words. */
export function parsePriority(word: string | undefined): Priority | undefined {
  const lower = word?.toLowerCase();
  return lower === "info" ? "informational" : priorities.find((priority) => priority === lower);
}

export function passes(priority: Priority, minimum: Priority): boolean {
  return priorities.indexOf(priority) >= priorities.indexOf(minimum);
}
