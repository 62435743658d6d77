import type { Violation } from "../../kubeconform-wasm/src/index.ts";
import type { MapNode } from "../project/yaml.ts";
import type { ManifestProblem } from "./problem.ts";
/** Says one violation of a schema in a sentence, at the key that it is about. */
export declare function violationProblem(resource: MapNode, kind: string, violation: Violation): ManifestProblem;
