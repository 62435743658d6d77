import type { Format } from "./report.ts";

/** The output formats by name. Each is loaded when it is asked for, so that a check pays only for its own. */
export const formats = {
  text: async () => (await import("./text.ts")).text,
  json: async () => (await import("./json.ts")).json,
  sarif: async () => (await import("./sarif.ts")).sarif,
  markdown: async () => (await import("./markdown.ts")).markdown,
  html: async () => (await import("./html.ts")).html,
  junit: async () => (await import("./junit.ts")).junit,
  github: async () => (await import("./github.ts")).github,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  csv: async () => (await import("./csv.ts")).csv,
  oscal: async () => (await import("./oscal.ts")).oscal,
  "oscal-component": async () => (await import("./oscal.ts")).oscalComponent,
  navigator: async () => (await import("./navigator.ts")).navigator,
} satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof formats;
