import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/compile-output",
  "LOAD_ERR_COMPILE_OUTPUT",
  "error",
  "An output text does not compile",
);
