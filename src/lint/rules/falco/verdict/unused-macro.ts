/**
 * No rule and no other macro uses a macro. Falco's code: `LOAD_UNUSED_MACRO`.
 *
 * ## Why
 *
 * Anyone who changes it expects that to change something. Often a rule names another macro by mistake.
 *
 * ## Instead
 *
 * Use it in a rule, or remove it.
 *
 * ## Notes
 *
 * A macro that takes the place of one in the rules that Falco brings is used there, which is how they are
 * tuned.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/unused-macro",
  code: "LOAD_UNUSED_MACRO",
  severity: "notice",
  summary: "A macro is not used",
});
