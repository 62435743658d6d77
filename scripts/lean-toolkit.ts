import type { Plugin } from "esbuild";

/**
 * Lets the bundle leave out what nothing uses of the Actions toolkit. `@actions/core` imports an HTTP client and a
 * process runner for OIDC tokens and platform details, and does not declare that importing its modules does nothing,
 * so that they would be loaded at each start.
 */
export const leanToolkit: Plugin = {
  name: "lean-toolkit",
  setup(build) {
    const seen = Symbol("resolved by this plugin");
    build.onResolve({ filter: /^@actions\/|^\.\/(?:oidc-utils|platform)\.js$/ }, async (args) => {
      if (args.pluginData === seen) return undefined;
      const { path: importer, kind, resolveDir } = { ...args, path: args.importer };
      const found = await build.resolve(args.path, { importer, kind, resolveDir, pluginData: seen });
      return { ...found, sideEffects: false };
    });
  },
};
