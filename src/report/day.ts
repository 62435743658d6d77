/** The day of a time in ISO 8601, as `2026-05-01`. */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}
