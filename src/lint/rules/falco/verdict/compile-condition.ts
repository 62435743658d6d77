import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/compile-condition",
  "LOAD_ERR_COMPILE_CONDITION",
  "error",
  "A condition does not compile: its grammar, a field or a value is wrong",
);
