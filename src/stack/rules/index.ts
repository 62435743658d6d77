export { type Chain, firstGap, mountOf, routeGap, type TracedRoute, trace } from "./chain.ts";
export type { LoadedRule } from "./loaded-rule.ts";
export { isOutdated, withoutVerdict } from "./outdated.ts";
export { distinctLoads, makeRuleset, ownRuleNames, type Ruleset, ruleNames } from "./ruleset.ts";
export { mainVersion, reload, rulesetInOrder, rulesetsOf } from "./rulesets.ts";
export { itemsIn } from "./written-items.ts";
