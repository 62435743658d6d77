import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/unsafe-na-check",
  "LOAD_UNSAFE_NA_CHECK",
  "warning",
  "A comparison with <NA> does not find missing values",
);
