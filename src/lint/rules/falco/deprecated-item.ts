import { falcoCodeRule } from "../../falco-code.ts";

export default falcoCodeRule(
  "falco/deprecated-item",
  "LOAD_DEPRECATED_ITEM",
  "warning",
  "A rules file uses an item or a key that is deprecated",
);
