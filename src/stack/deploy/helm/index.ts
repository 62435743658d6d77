export { declaredInstallations } from "./declared.ts";
export { readHelmfiles } from "./helmfile.ts";
export {
  type Installation,
  isCopyOfKnown,
  isKnownChart,
  isWhole,
  releasesOf,
  valuesIn,
} from "./installation.ts";
export { LocalCharts } from "./local-charts.ts";
export { ChartRenderer } from "./render.ts";
export { layered } from "./values.ts";
export { installationsOfFiles, unnamedInstallation } from "./values-files.ts";
