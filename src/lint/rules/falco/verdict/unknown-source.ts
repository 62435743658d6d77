import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/unknown-source",
  "LOAD_UNKNOWN_SOURCE",
  "warning",
  "A rule is left out, as no loaded plugin gives its event source",
);
