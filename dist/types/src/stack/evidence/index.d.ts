export { type AssumptionSettings, Assumptions } from "./assume.js";
export { type Known, known, knownValue, type Unknown, unknown } from "./known.js";
export { assumed, broken, type Link, ok, unsure } from "./link.js";
