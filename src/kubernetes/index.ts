export type { ManifestProblem } from "./problem.ts";
export { nameLocation, type Resource, readResources } from "./resource.ts";
export { validateManifests } from "./validate-manifests.ts";
