import type { Resource } from "../../../kubernetes/index.js";
import { type Release } from "./release.js";
/**
 * What the chart makes of values, as far as it decides what Falco loads and where alerts go. Each part stands
 * at the value that it comes from; what the chart adds by itself, at the beginning of the values.
 */
export declare function renderChart(release: Release): Resource[];
