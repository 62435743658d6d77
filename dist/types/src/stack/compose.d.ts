import { type Project } from "../project/project.ts";
import type { Deployment } from "./assemble.ts";
/** The services of compose files that run Falco. */
export declare function composeDeployments(project: Project): Deployment[];
