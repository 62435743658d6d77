/**
 * The name of a list has characters that a condition cannot hold. Falco's code: `LOAD_INVALID_LIST_NAME`.
 *
 * ## Why
 *
 * No condition can refer to it, so its items are not used.
 *
 * ## Instead
 *
 * Use letters, digits and `_`: `shell_binaries`.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/invalid-list-name",
  code: "LOAD_INVALID_LIST_NAME",
  severity: "warning",
  summary: "A list has a name that conditions cannot refer to",
});
