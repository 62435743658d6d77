import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/invalid-macro-name",
  "LOAD_INVALID_MACRO_NAME",
  "warning",
  "A macro has a name that conditions cannot refer to",
);
