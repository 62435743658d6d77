export { layOutCondition } from "./condition-layout.ts";
export { formatConditions } from "./format-conditions.ts";
