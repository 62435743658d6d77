import type { Resource } from "../kubernetes/resource.js";
import { type Project } from "../project/project.js";
import { type Release } from "./chart.js";
/** Installations of the official chart: values files, HelmRelease and Argo CD Application objects. */
export declare function readReleases(project: Project, resources: readonly Resource[]): Release[];
