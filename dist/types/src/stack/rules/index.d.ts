export { itemsIn } from "./definitions.js";
export { type LoadedRule, loadedRules } from "./loaded-rule.js";
export { isOutdated, withoutVerdict } from "./outdated.js";
export { distinctLoads, ownRuleNames, type Ruleset, ruleNames } from "./ruleset.js";
export { mainVersion, rulesetsOf } from "./rulesets.js";
export { type Chain, firstGap, mountOf, routeGap, type TracedRoute, trace } from "./trace.js";
