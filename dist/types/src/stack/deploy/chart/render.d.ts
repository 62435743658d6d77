import type { Resource } from "../../../kubernetes/index.js";
import { type Refusal } from "./refusal.js";
import type { Release } from "./release.js";
/**
 * The manifests that the chart renders from values, as far as they decide what Falco loads and where alerts go; nothing of values that it
 * refuses. Each part has the position of its value; what the chart adds by itself, that of the beginning of the
 * values. Held against Helm over the cases of scripts/helm-cases.ts.
 */
export declare function renderChart(release: Release): Resource[];
/** Why the chart makes nothing of the values of a release; undefined where it takes them. */
export declare function chartRefusal(release: Release): Refusal | undefined;
