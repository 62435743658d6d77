import type { Resource } from "../kubernetes/resource.ts";
import type { Assumptions } from "./assume.ts";
import { type Content, FileSystem } from "./files.ts";
import type { Manifests } from "./manifests.ts";
import type { Container, Workload } from "./workload.ts";
/** The files that a container of a pod has by its volumes. */
export declare function fileSystemOf(manifests: Manifests, workload: Workload, container: Container, assume: Assumptions): FileSystem;
export declare function dataOf(manifests: Manifests, resource: Resource): Map<string, Content>;
