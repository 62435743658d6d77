import { type Project } from "../../project/project.js";
import type { Deployment } from "../model/assemble.js";
/** The services of compose files that run Falco. */
export declare function composeDeployments(project: Project): Deployment[];
