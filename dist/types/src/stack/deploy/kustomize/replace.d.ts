import { type Node } from "../../../project/index.js";
import { type Item } from "./item.js";
import { type Budget } from "./kustomization.js";
/** Copies values from one object into others, as `replacements` say. */
export declare function replaced(given: readonly Item[], replacements: readonly Node[], budget: Budget): readonly Item[];
