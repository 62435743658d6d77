import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

const made = "const segmenter = new Intl.Segmenter();";

/**
 * Lets `string-width` make its segmenter when a text asks for one, which ASCII does not: loading the tables of ICU takes
 * 9 ms of each start.
 *
 * @throws Error where the package no longer makes it as it is loaded, and this can go
 */
export const lazySegmenter: Plugin = {
  name: "lazy-segmenter",
  setup(build) {
    build.onLoad({ filter: /node_modules[\\/]string-width[\\/]index\.js$/ }, ({ path: file }) => {
      const source = readFileSync(file, "utf8");
      if (!source.includes(made)) throw new Error(`${file} has no line \`${made}\``);
      const lazy =
        "let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };";
      return { contents: source.replace(made, lazy), loader: "js" };
    });
  },
};
