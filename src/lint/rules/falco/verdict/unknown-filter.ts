/**
 * The condition has a field that this Falco does not know, and the rule says `skip-if-unknown-filter`, so
 * Falco leaves the rule out. Falco's code: `LOAD_UNKNOWN_FILTER`.
 *
 * ## Why
 *
 * The rule is in the file, is enabled, and is not there: whatever it was to detect goes unseen.
 *
 * ## Instead
 *
 * Use a field that this version of Falco has, or deploy a version that has the field.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/unknown-filter",
  code: "LOAD_UNKNOWN_FILTER",
  severity: "warning",
  summary: "Falco skips a rule because a field of its condition is unknown",
});
