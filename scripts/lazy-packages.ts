import path from "node:path";
import type { Plugin } from "esbuild";

interface LazyPackage {
  /** The sources that get it this way. */
  readonly importers: RegExp;
  /** A module with what they import, which loads the package at the first call. */
  readonly contents: string;
}

const load = (name: string) => `let made; const loaded = () => (made ??= require(${JSON.stringify(name)}));`;

const packages: Readonly<Record<string, LazyPackage>> = {
  // Files that the reader of plain YAML takes need none of it.
  yaml: {
    importers: /[\\/]src[\\/]project[\\/]yaml\.ts$/,
    contents: `${load("yaml")}${["parseAllDocuments", "isAlias", "isMap", "isScalar", "isSeq"]
      .map((name) => `export const ${name} = (...args) => loaded().${name}(...args);`)
      .join("")}`,
  },
  // Few rules have regular expressions.
  re2js: {
    importers: /[\\/]src[\\/].*\.ts$/,
    contents: `${load("re2js")}export const RE2JS = { compile: (...args) => loaded().RE2JS.compile(...args) };`,
  },
};

/**
 * Lets a bundle evaluate packages when something of them is called: that takes as long as an empty Node process takes to
 * start. A name that is imported and not listed here fails the build.
 */
export const lazyPackages: Plugin = {
  name: "lazy-packages",
  setup(build) {
    build.onResolve({ filter: /^(?:yaml|re2js)$/ }, ({ path: name, importer, namespace }) =>
      namespace !== "lazy-package" && packages[name]!.importers.test(importer)
        ? { path: name, namespace: "lazy-package" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "lazy-package" }, ({ path: name }) => ({
      contents: packages[name]!.contents,
      loader: "js",
      resolveDir: path.resolve(import.meta.dirname, ".."),
    }));
  },
};
