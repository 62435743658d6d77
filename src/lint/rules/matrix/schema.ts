import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/schema",
  severity: "error",
  summary: "The matrix has a key or a value that its format does not know",
  fixable: false,
  *check({ compliance }) {
    for (const { errors } of compliance.matrices) {
      for (const error of errors) {
        yield { at: error, message: error.message, help: "What is not understood is not counted." };
      }
    }
  },
};

export default rule;
