import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/invalid-list-name",
  "LOAD_INVALID_LIST_NAME",
  "warning",
  "A list has a name that conditions cannot refer to",
);
