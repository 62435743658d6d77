import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/condition-warning",
  "LOAD_COMPILE_CONDITION",
  "warning",
  "A condition compiles, and Falco warns of it",
);
