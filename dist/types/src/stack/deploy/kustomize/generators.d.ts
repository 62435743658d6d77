import { type Item } from "./item.js";
import type { Kustomization, Reader } from "./kustomization.js";
/** The ConfigMaps and Secrets that a kustomization makes of files and texts, laid over those that are there. */
export declare function generated(kustomization: Kustomization, given: readonly Item[], reader: Reader): readonly Item[];
