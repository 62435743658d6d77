export { declaredInstallations } from "./declared.ts";
export { readHelmfiles, templatedHelmfiles, withTemplated } from "./helmfile.ts";
export { type Installation, isKnownChart, isOfOldChart } from "./installation.ts";
export { type Installed, installed, joined } from "./installed.ts";
export { type LocalChart, LocalCharts } from "./local-charts.ts";
export { ChartRenderer } from "./render.ts";
export { layered } from "./values.ts";
export { installationsOfFiles, unnamedInstallation } from "./values-files.ts";
