import { type Item } from "./item.js";
import type { Kustomization, Reader } from "./kustomization.js";
/** The ConfigMaps and Secrets that a kustomization generates from files and literals, merged over existing ones. */
export declare function generated(kustomization: Kustomization, given: readonly Item[], reader: Reader): readonly Item[];
