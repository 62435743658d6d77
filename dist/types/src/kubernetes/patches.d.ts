import { type Project } from "../project/index.js";
/** Whether a file holds parts of resources by its name, though no kustomization among the files uses it. */
export declare function isNamedPatch(file: string): boolean;
/** The files that a kustomization uses as patches. They hold parts of resources, so nothing in them is required. */
export declare function patchFiles(project: Project): Set<string>;
