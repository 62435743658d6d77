import type { Resource } from "../../kubernetes/resource.js";
import type { Manifests } from "../cluster/manifests.js";
import type { Container, Workload } from "../cluster/workload.js";
import type { Assumptions } from "../evidence/assume.js";
import { type Content, FileSystem } from "./files.js";
/** The files that a container of a pod has by its volumes. */
export declare function fileSystemOf(manifests: Manifests, workload: Workload, container: Container, assume: Assumptions): FileSystem;
export declare function dataOf(manifests: Manifests, resource: Resource): Map<string, Content>;
