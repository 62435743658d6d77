declare const _default: import("../../rule.ts").LintRule & {
    readonly falcoCode: import("../../../falco/diagnostic.ts").FalcoCode;
};
export default _default;
