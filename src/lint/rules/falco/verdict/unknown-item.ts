import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/unknown-item",
  "LOAD_UNKNOWN_ITEM",
  "warning",
  "A rules file has an item that Falco does not know and leaves out",
);
