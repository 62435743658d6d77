import type { Resource } from "../../kubernetes/index.js";
import { type MapNode, type Node, type Project, type Source } from "../../project/index.js";
import { type Release } from "./chart/index.js";
/** Charts whose outcome is known here. */
export declare const knownCharts: ReadonlySet<string>;
/** What objects of Flux and Argo CD among resources that are applied together install, and the files they name. */
export interface Declared {
    readonly releases: readonly Release[];
    /** Values files that are no releases of their own. */
    readonly used: ReadonlySet<Source>;
}
/** Where the values may be that objects refer to. */
interface Named {
    /** Objects that may be applied separately from the resources. */
    readonly elsewhere: readonly Resource[];
    /** Those of the resources that are applied under another name than they have here. */
    readonly hashed: ReadonlySet<Resource>;
}
export declare function declaredReleases(project: Project, resources: readonly Resource[], named: Named): Declared;
/** Releases whose values alone are in the repository, apart from files that are used otherwise. */
export declare function releasesOfFiles(project: Project, isUsed: (source: Source) => boolean): Release[];
interface Installation {
    /** `falco` or `falcosidekick`. */
    readonly chart: string;
    readonly name: string;
    readonly release: string;
    readonly namespace: string | undefined;
    readonly values: MapNode;
    readonly version: Node | undefined;
    readonly source: Source;
    readonly missing: Node | undefined;
    /** Whether the chart is a copy in the repository. Default: no. */
    readonly isCopy?: boolean;
    /** The version of Falco that such a copy names. */
    readonly appVersion?: Node | undefined;
}
/** A release with the versions that its values and the chart's version tell. */
export declare function releaseOf({ version, appVersion, isCopy, ...installation }: Installation): Release;
export {};
