import { type Item } from "./item.js";
import type { Kustomization, Reader } from "./kustomization.js";
/** What a kustomization changes, in the order in which kustomize does it. */
export declare function transformed({ folder, root }: Kustomization, given: readonly Item[], reader: Reader): readonly Item[];
