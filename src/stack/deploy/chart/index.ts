export { mergeValues, type Release } from "./release.ts";
export { renderChart } from "./render.ts";
