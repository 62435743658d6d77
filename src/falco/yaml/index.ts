export { type MapNode, type ParsedYaml, parseYaml, type ScalarNode, type YamlNode } from "./parse.ts";
export type { Mark } from "./stream.ts";
