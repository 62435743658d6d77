import type { Format } from "./report.ts";

/** The output formats by name. Each is loaded when it is asked for, so that a check pays only for its own. */
export const formats = {
  text: async () => (await import("./text.ts")).text,
  json: async () => (await import("./json.ts")).json,
} satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof formats;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
