/**
 * An item appends an exception to a rule and gives it no values. Falco's code: `LOAD_APPEND_NO_VALUES`.
 *
 * ## Why
 *
 * An exception without values excepts nothing: the alerts that it was meant to end go on.
 *
 * ## Instead
 *
 * Give the appended exception `values`: `values: [[make]]`.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/append-no-values",
  code: "LOAD_APPEND_NO_VALUES",
  severity: "warning",
  summary: "An exception is appended without values, so it has no effect",
});
