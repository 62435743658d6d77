export type { Gap } from "./gaps.js";
export { readKustomizations } from "./kustomize.js";
