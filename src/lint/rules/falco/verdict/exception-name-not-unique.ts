import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/exception-name-not-unique",
  "LOAD_EXCEPTION_NAME_NOT_UNIQUE",
  "warning",
  "A rule has several exceptions of one name",
);
