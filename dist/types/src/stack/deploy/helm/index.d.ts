export { declaredInstallations } from "./declared.js";
export { readHelmfiles } from "./helmfile.js";
export { type Installation, isCopyOfKnown, isKnownChart, releasesOf, valuesIn } from "./installation.js";
export { LocalCharts } from "./local-charts.js";
export { ChartRenderer } from "./render.js";
export { layered } from "./values.js";
export { installationsOfFiles, unnamedInstallation } from "./values-files.js";
