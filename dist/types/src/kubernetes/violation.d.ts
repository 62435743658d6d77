import type { Violation } from "../../kubeconform-wasm/src/index.js";
import { type MapNode } from "../project/index.js";
import type { ManifestProblem } from "./problem.js";
/** Says one violation of a schema in a sentence, at the key that it is about. */
export declare function violationProblem(resource: MapNode, kind: string, violation: Violation): ManifestProblem;
