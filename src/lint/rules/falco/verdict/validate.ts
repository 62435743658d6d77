import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/validate",
  "LOAD_ERR_VALIDATE",
  "error",
  "A definition refers to something that is not there, or cannot be joined with what is",
);
