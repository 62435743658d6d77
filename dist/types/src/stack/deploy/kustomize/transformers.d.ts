import { type Item } from "./item.js";
import { type Budget, type Kustomization, type Reader } from "./kustomization.js";
/** What a kustomization changes, in the order in which kustomize does it. */
export declare function transformed({ folder, root }: Kustomization, given: readonly Item[], reader: Reader, budget: Budget): readonly Item[];
