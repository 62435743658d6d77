import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/yaml-validate",
  "LOAD_ERR_YAML_VALIDATE",
  "error",
  "A rules file does not have the shape that Falco asks for",
);
