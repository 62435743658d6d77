export type { Gap } from "./gaps.ts";
export { readKustomizations } from "./kustomize.ts";
