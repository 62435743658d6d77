/**
 * A rule has two exceptions of one name. Falco's code: `LOAD_EXCEPTION_NAME_NOT_UNIQUE`.
 *
 * ## Why
 *
 * Later files append values by that name, and which of the two they mean is unclear.
 *
 * ## Instead
 *
 * Give each exception a name of its own.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/exception-name-not-unique",
  code: "LOAD_EXCEPTION_NAME_NOT_UNIQUE",
  severity: "warning",
  summary: "A rule has several exceptions of one name",
});
