import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/yaml-parse",
  "LOAD_ERR_YAML_PARSE",
  "error",
  "A rules file is not YAML that Falco can read",
);
