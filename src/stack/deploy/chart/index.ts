export type { Refusal } from "./refusal.ts";
export type { Release } from "./release.ts";
export { chartRefusal, renderChart } from "./render.ts";
export { layValues, mergeValues } from "./values.ts";
