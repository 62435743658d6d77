/**
 * The output text of a rule names a field that does not exist, or has brackets or parentheses that do not
 * close. Falco's code: `LOAD_ERR_COMPILE_OUTPUT`.
 *
 * ## Why
 *
 * Falco does not start.
 *
 * ## Instead
 *
 * Correct the field, or close the brackets: `%user.name`.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/compile-output",
  code: "LOAD_ERR_COMPILE_OUTPUT",
  severity: "error",
  summary: "An output text does not compile",
});
