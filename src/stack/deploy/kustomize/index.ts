export type { Gap } from "./gaps.ts";
export { type Overlay, readKustomizations } from "./kustomize.ts";
