export { type AssumptionSettings, Assumptions } from "./assume.ts";
export { type Known, known, knownValue, type Unknown, unknown } from "./known.ts";
export { assumed, broken, type Link, ok, unsure } from "./link.ts";
