/**
 * An item of a rules file is neither a rule, a macro, a list nor a requirement. Falco's code:
 * `LOAD_UNKNOWN_ITEM`.
 *
 * ## Why
 *
 * Falco leaves it out. A rule whose key is misspelt is not a rule.
 *
 * ## Instead
 *
 * Correct the key: `- rule:`, `- macro:`, `- list:`.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/unknown-item",
  code: "LOAD_UNKNOWN_ITEM",
  severity: "warning",
  summary: "A rules file has an item that Falco does not know and ignores",
});
