export type { ManifestProblem } from "./problem.ts";
export { type Resource, readResources } from "./resource.ts";
export { validateManifests } from "./validate.ts";
