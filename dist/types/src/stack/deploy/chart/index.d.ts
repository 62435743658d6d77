export { mergeValues, type Release } from "./release.js";
export { renderChart } from "./render.js";
