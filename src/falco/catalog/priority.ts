/** Priorities by urgency, most urgent first. */
export const priorities = [
  "Emergency",
  "Alert",
  "Critical",
  "Error",
  "Warning",
  "Notice",
  "Informational",
  "Debug",
] as const;

export type Priority = (typeof priorities)[number];

/** The priority that a text names, in upper or lower case; `INFO` is short for informational. */
export function parsePriority(text: string): Priority | undefined {
  const lower = text.toLowerCase();
  if (lower === "info") return "Informational";
  return priorities.find((priority) => priority.toLowerCase() === lower);
}
