import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { Plugin as EsbuildPlugin } from "esbuild";
import type { Plugin as VitePlugin } from "vitest/config";

/** `?validator` stops at the first error, `?validator=all` finds them all. */
const request = /\.schema\.json\?validator(?:=(all))?$/;

async function validatorSource(file: string, allErrors: boolean): Promise<string> {
  const ajv = new Ajv({
    allErrors,
    // Messages name the keys that the schema at fault knows.
    verbose: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: false },
  });
  const schema = JSON.parse(await readFile(file, "utf8")) as object;
  return standalone.default(ajv, ajv.compile(schema));
}

const esbuild: EsbuildPlugin = {
  name: "schema-validators",
  setup(build) {
    build.onResolve({ filter: request }, ({ path: wanted, resolveDir }) => {
      const [file = ""] = wanted.split("?");
      // Names of chunks are made from the path too, and have to be the same in every checkout.
      return {
        path: path.basename(wanted),
        namespace: "schema-validator",
        pluginData: path.resolve(resolveDir, file),
      };
    });
    build.onLoad(
      { filter: request, namespace: "schema-validator" },
      async ({ path: wanted, pluginData: file }: { path: string; pluginData: string }) => {
        const all = request.exec(wanted)?.[1] !== undefined;
        return { contents: await validatorSource(file, all), loader: "js", resolveDir: path.dirname(file) };
      },
    );
  },
};

const virtual = "\0schema-validator:";

const vite: VitePlugin = {
  name: "schema-validators",
  enforce: "pre",
  resolveId(wanted, importer) {
    if (importer === undefined || !request.test(wanted)) return undefined;
    return virtual + path.resolve(path.dirname(importer), wanted);
  },
  async load(id) {
    if (!id.startsWith(virtual)) return undefined;
    const [file = ""] = id.slice(virtual.length).split("?");
    const source = await validatorSource(file, id.endsWith("=all"));
    // Ajv's own helpers are CommonJS.
    return `import { createRequire } from "node:module"; const require = createRequire(${JSON.stringify(file)});\n${source}`;
  },
};

/**
 * Compiles JSON Schemas to validators at build time, in the bundle (esbuild) and in the tests (vite) alike. A check
 * that compiled them when it runs would spend a third of its cold start on that.
 */
export const schemaValidators = { esbuild, vite };
