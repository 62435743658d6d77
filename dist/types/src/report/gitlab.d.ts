import type { Format } from "./report.js";
/** A report of GitLab's Code Quality: a list of findings. Source of the keys: GitLab's documentation. */
export declare const gitlab: Format;
