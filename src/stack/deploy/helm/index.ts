export { declaredInstallations } from "./declared.ts";
export { type Installation, isKnownChart, releasesOf } from "./installation.ts";
export { LocalCharts } from "./local-charts.ts";
export { layered } from "./values.ts";
export { installationsOfFiles } from "./values-files.ts";
