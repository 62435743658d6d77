export type { Gap } from "./gaps.ts";
export { type Overlay, readKustomizations } from "./kustomize.ts";
export { isNamespaced, movedInto } from "./transformers.ts";
