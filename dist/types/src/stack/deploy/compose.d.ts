import { type Project } from "../../project/index.js";
import type { Deployment } from "../model/index.js";
/** The services of compose files that run Falco. */
export declare function composeDeployments(project: Project): Deployment[];
