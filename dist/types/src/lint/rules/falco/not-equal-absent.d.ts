declare const _default: import("../../rule.ts").LintRule;
export default _default;
