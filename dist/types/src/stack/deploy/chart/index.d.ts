export type { Refusal } from "./refusal.js";
export type { Release } from "./release.js";
export { chartRefusal, renderChart } from "./render.js";
export { mergeValues } from "./values.js";
