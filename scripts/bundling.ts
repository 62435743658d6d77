import type { BuildOptions } from "esbuild";
import { directImports } from "./direct-imports.ts";
import { lazyPackages } from "./lazy-packages.ts";
import { lazyStringWidth } from "./lazy-string-width.ts";
import { leanFonts } from "./lean-fonts.ts";
import { leanToolkit } from "./lean-toolkit.ts";
import { schemaValidators } from "./schema-validators.ts";
import { yamlModules } from "./yaml-modules.ts";

/** How source code becomes a bundle for Node. */
export const bundling = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  chunkNames: "[name]-[hash]",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  plugins: [
    leanToolkit,
    leanFonts,
    lazyStringWidth,
    lazyPackages,
    yamlModules.esbuild,
    schemaValidators.esbuild,
    directImports,
  ],
  // CommonJS packages in the bundle need `require`, and their own path.
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
  logLevel: "warning",
} satisfies BuildOptions;
