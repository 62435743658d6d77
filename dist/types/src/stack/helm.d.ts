import type { Resource } from "../kubernetes/resource.ts";
import { type Project } from "../project/project.ts";
import { type Release } from "./chart.ts";
/** Installations of the official chart: values files, HelmRelease and Argo CD Application objects. */
export declare function readReleases(project: Project, resources: readonly Resource[]): Release[];
