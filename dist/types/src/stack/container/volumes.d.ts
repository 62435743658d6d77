import type { Resource } from "../../kubernetes/index.js";
import type { Container, Manifests, Workload } from "../cluster/index.js";
import { type Assumptions } from "../evidence/index.js";
import { type Content, FileSystem } from "./files.js";
/** The files that a container of a pod has by its volumes. */
export declare function fileSystemOf(manifests: Manifests, workload: Workload, container: Container, assume: Assumptions): FileSystem;
export declare function dataOf(manifests: Manifests, resource: Resource): Map<string, Content>;
