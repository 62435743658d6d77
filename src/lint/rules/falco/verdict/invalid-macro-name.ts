/**
 * The name of a macro has characters that a condition cannot hold. Falco's code: `LOAD_INVALID_MACRO_NAME`.
 *
 * ## Why
 *
 * No condition can refer to it.
 *
 * ## Instead
 *
 * Use letters, digits and `_`: `is_shell`.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/invalid-macro-name",
  code: "LOAD_INVALID_MACRO_NAME",
  severity: "warning",
  summary: "A macro has a name that conditions cannot refer to",
});
