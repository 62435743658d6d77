export { declaredInstallations } from "./declared.ts";
export { type Helmfile, readHelmfiles, templatedHelmfiles, withTemplated } from "./helmfile.ts";
export { type Installation, isKnownChart, isOfOldChart } from "./installation.ts";
export { type Installed, installed, joined } from "./installed.ts";
export { type LocalChart, LocalCharts } from "./local-charts.ts";
export { ChartRenderer } from "./render.ts";
export { layered, typedValue, valuePath } from "./values.ts";
export { installationsOfFiles, isForTests, unnamedInstallation } from "./values-files.ts";
