/**
 * A field of an audit event is compared with the text `<NA>`. Falco's code: `LOAD_UNSAFE_NA_CHECK`.
 *
 * ## Why
 *
 * `<NA>` is how an output shows a value that is missing. In a condition a missing value equals nothing, so
 * `= "<NA>"` is never true and `!= "<NA>"` says nothing more than that there is a value.
 *
 * ## Instead
 *
 * Ask whether there is a value: `not ka.target.name exists`.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/unsafe-na-check",
  code: "LOAD_UNSAFE_NA_CHECK",
  severity: "warning",
  summary: "A comparison with <NA> does not find missing values",
});
