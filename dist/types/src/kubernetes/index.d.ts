export type { ManifestProblem } from "./problem.js";
export { nameLocation, type Resource, readResources } from "./resource.js";
export { validateManifests } from "./validate-manifests.js";
