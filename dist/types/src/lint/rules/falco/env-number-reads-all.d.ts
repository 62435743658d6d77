declare const _default: import("../../rule.js").LintRule;
export default _default;
