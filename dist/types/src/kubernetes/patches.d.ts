import { type Project } from "../project/project.js";
/** The files that a kustomization uses as patches. They hold parts of resources, so nothing in them is required. */
export declare function patchFiles(project: Project): Set<string>;
