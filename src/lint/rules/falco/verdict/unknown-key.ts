import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/unknown-key",
  "LOAD_UNKNOWN_KEY",
  "warning",
  "An item has a key that Falco does not know and leaves out",
);
