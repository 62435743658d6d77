/**
 * An item has a key that Falco does not know. Falco's code: `LOAD_UNKNOWN_KEY`.
 *
 * ## Why
 *
 * Falco leaves the key out, so what it says does not happen: `enable: false` disables nothing.
 *
 * ## Instead
 *
 * Correct the key: `enabled: false`.
 *
 * ## Notes
 *
 * Falco itself warns since 0.44.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/unknown-key",
  code: "LOAD_UNKNOWN_KEY",
  severity: "warning",
  summary: "An item has a key that Falco does not know and ignores",
  fixesNames: true,
});
