import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/unknown-filter",
  "LOAD_UNKNOWN_FILTER",
  "warning",
  "A rule is left out, as a field of its condition is unknown",
);
