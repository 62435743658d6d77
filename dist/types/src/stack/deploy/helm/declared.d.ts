import type { Resource } from "../../../kubernetes/index.js";
import { type Project, type Source } from "../../../project/index.js";
import { type Installation } from "./installation.js";
import type { LocalCharts } from "./local-charts.js";
/** What objects of Flux, Argo CD and k3s among resources that are applied together install, and the files they name. */
export interface Declared {
    readonly installations: readonly Installation[];
    /** Values files that are no installations of their own, and the charts that these install. */
    readonly used: ReadonlySet<Source>;
}
/** Where the values may be that objects refer to. */
interface Named {
    readonly charts: LocalCharts;
    /** Objects that may be applied separately from the resources. */
    readonly elsewhere: readonly Resource[];
    /** Those of the resources that are applied under another name than they have here. */
    readonly hashed: ReadonlySet<Resource>;
}
export declare function declaredInstallations(project: Project, resources: readonly Resource[], named: Named): Declared;
export {};
