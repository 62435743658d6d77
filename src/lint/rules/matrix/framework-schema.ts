import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/framework-schema",
  severity: "error",
  summary: "A framework file does not follow its format, or names a control or signal that there is not",
  fixable: false,
  *check({ compliance }) {
    for (const { errors } of compliance.frameworkFiles) {
      for (const error of errors) {
        yield { at: error, message: error.message, help: "A control that is not understood is not counted." };
      }
    }
  },
};

export default rule;
