import { readFile } from "node:fs/promises";
import type { Plugin as EsbuildPlugin } from "esbuild";
import type { Plugin as VitePlugin } from "vitest/config";
import { parse } from "yaml";

// A string that V8 hands to JSON.parse starts several times faster than the same data as source code.
const parsed = (data: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
const moduleOf = (yaml: string): string => `export default ${parsed(parse(yaml, { maxAliasCount: 0 }))};`;

const esbuild: EsbuildPlugin = {
  name: "yaml-modules",
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: moduleOf(await readFile(path, "utf8")),
      loader: "js",
    }));
    // As the packages from npm that bring JSON are CommonJS, so are these modules.
    build.onLoad({ filter: /\.json$/ }, async ({ path }) => ({
      contents: `module.exports = ${parsed(JSON.parse(await readFile(path, "utf8")))};`,
      loader: "js",
    }));
  },
};

const vite: VitePlugin = {
  name: "yaml-modules",
  transform(code, id) {
    return id.endsWith(".yaml") ? { code: moduleOf(code), map: null } : undefined;
  },
};

/** Lets source code import a YAML file as data, in the bundle (esbuild) and in the tests (vite) alike; JSON starts fast in both. */
export const yamlModules = { esbuild, vite };
