import type { Text } from "./source-text.js";
import type { YamlDocument } from "./tree.js";
/**
 * The documents of a text in plain YAML, exactly as the `yaml` package reads them, several times as fast. Plain is what
 * people write: no anchors, tags, tabs, quoted texts of several lines, and no errors.
 *
 * @returns undefined for any other text
 */
export declare function readPlainYaml(text: Text): YamlDocument[] | undefined;
