import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/append-no-values",
  "LOAD_APPEND_NO_VALUES",
  "warning",
  "An exception is appended without values, so nothing is excepted",
);
