import { type Project, type Source } from "../../../project/index.js";
import { type Installation } from "./installation.js";
import type { LocalChart, LocalCharts } from "./local-charts.js";
/** Installations of which the values alone are in the repository, apart from files that are used otherwise. */
export declare function installationsOfFiles(project: Project, charts: LocalCharts, isUsed: (source: Source) => boolean): Installation[];
/** A chart whose values nobody names, as it is by itself; its release has the name of the chart. */
export declare function unnamedInstallation(chart: LocalChart): Installation;
