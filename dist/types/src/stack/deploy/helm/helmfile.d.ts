import { type Project, type Source } from "../../../project/index.js";
import { type Installation } from "./installation.js";
import type { LocalCharts } from "./local-charts.js";
/** What one helmfile installs together, and the files that it names. */
export interface Helmfile {
    readonly installations: readonly Installation[];
    /** Values files that are no installations of their own, and the charts that these install. */
    readonly used: ReadonlySet<Source>;
}
/** The releases of Falco's charts, and of charts of the repository, in each helmfile. */
export declare function readHelmfiles(project: Project, charts: LocalCharts): Helmfile[];
