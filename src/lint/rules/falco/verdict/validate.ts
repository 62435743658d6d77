/**
 * A definition builds on something that is not there or comes later: a macro, a list, the target of an
 * override, an engine or plugin version. Falco's code: `LOAD_ERR_VALIDATE`.
 *
 * ## Why
 *
 * Falco does not start.
 *
 * ## Instead
 *
 * Correct the name, or put the definition before the place that uses it.
 *
 * ## Notes
 *
 * Falco reads files in their order, and a macro has to come before the macro that uses it.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/validate",
  code: "LOAD_ERR_VALIDATE",
  severity: "error",
  summary: "A definition refers to something that does not exist or does not fit",
  fixesNames: true,
  // The item that a file appends to may be in another repository, where no deployment here loads the file.
  isUnsure: ({ stack }, { message, suggestion }) =>
    stack === undefined && suggestion === undefined && /^this (?:adds to|changes) /.test(message),
});
