export { type MapNode, parseYaml, type ScalarNode, type YamlNode } from "./parse.js";
export type { Mark } from "./stream.js";
