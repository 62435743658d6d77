import { type MapNode, type Node } from "../../../project/index.js";
import { Builder } from "./builder.js";
import { type Names } from "./names.js";
import type { Release } from "./release.js";
import { type Values } from "./values.js";
/** Falco's chart with the values of a release, and what several of its templates read from them. */
export declare class Chart {
    readonly release: Release;
    readonly values: Values;
    readonly names: Names;
    readonly build: Builder;
    constructor(release: Release);
    /** Whether the chart comes before a version. Where nothing is known of it, it is the newest. */
    readonly isBefore: (version: string) => boolean;
    /** Whether the version of the chart is known, or follows from that of Falco. */
    get hasVersion(): boolean;
    /** The driver, by Falco's name; `auto` lets the chart's loader choose. */
    get driver(): string;
    get hasDriverLoader(): boolean;
    /** Whether the chart loads the plugin that finds containers, instead of Falco's own code for it. */
    get hasContainerPlugin(): boolean;
    /** Settings by container runtime, which charts before 7.0.0 have. */
    get oldCollectors(): readonly string[];
    /** The container engines that the plugin looks at; the settings by runtime replace those of the plugin. */
    get engines(): MapNode | undefined;
    /** The engines that are on, in the order in which the chart goes through them. */
    get enabledEngines(): readonly {
        name: string;
        settings: Node;
    }[];
}
