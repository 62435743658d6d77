export { type Chain, firstGap, mountOf, routeGap, type TracedRoute, trace } from "./chain.js";
export type { LoadedRule } from "./loaded-rule.js";
export { isOutdated, withoutVerdict } from "./outdated.js";
export { distinctLoads, makeRuleset, ownRuleNames, type Ruleset, ruleNames } from "./ruleset.js";
export { mainVersion, reload, rulesetInOrder, rulesetsOf } from "./rulesets.js";
export { itemsIn } from "./written-items.js";
