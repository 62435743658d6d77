declare const _default: import("../../rule.js").LintRule & {
    readonly falcoCode: import("../../../falco/diagnostic.js").FalcoCode;
};
export default _default;
