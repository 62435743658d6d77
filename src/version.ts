import manifest from "../package.json" with { type: "json" };

/** The product's own version. */
export const version: string = manifest.version;
/** Where its source and its pages are. */
export const repository: string = manifest.homepage.replace(/#.*/, "");
