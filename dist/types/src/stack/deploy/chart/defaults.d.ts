import type { Release } from "./release.js";
import { Values } from "./values.js";
/** The dependency falcosidekick as a release of Falco's chart has it. */
export interface SidekickChart {
    readonly version: string;
    /** Paths under `config` that become variables of the same name, with underscores. */
    readonly variables: readonly string[];
}
/** The values that a release is rendered with: its own over those of its chart. */
export declare function valuesOf(release: Release): Values;
export declare function sidekickChart(release: Release): SidekickChart;
