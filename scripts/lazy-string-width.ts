import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** Each line that is slow as it runs, and one that does its work at the first use. */
const lines: readonly (readonly [made: string, lazy: string])[] = [
  [
    "const segmenter = new Intl.Segmenter();",
    "let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };",
  ],
  [
    "const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;",
    "let compiled; const rgiEmojiRegex = { test: (text) => (compiled ??= /^\\p{RGI_Emoji}$/v).test(text) };",
  ],
];

/**
 * Lets `string-width` make its segmenter and its pattern of emoji when a text asks for them, which ASCII does not: loading
 * the tables of ICU takes 9 ms and 16 ms of each start.
 *
 * @throws Error where the package no longer makes them as it is loaded, and this can go
 */
export const lazyStringWidth: Plugin = {
  name: "lazy-string-width",
  setup(build) {
    build.onLoad({ filter: /node_modules[\\/]string-width[\\/]index\.js$/ }, ({ path: file }) => {
      let contents = readFileSync(file, "utf8");
      for (const [made, lazy] of lines) {
        if (!contents.includes(made)) throw new Error(`${file} has no line \`${made}\``);
        contents = contents.replace(made, () => lazy);
      }
      return { contents, loader: "js" };
    });
  },
};
