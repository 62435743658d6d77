import type { Text } from "./source-text.js";
import type { YamlDocument } from "./tree.js";
/**
 * Parses all documents of a text. Never throws: what is wrong with the text is in `errors`, a document that
 * nests too deep or expands too far among it.
 */
export declare function parseYaml(text: Text): YamlDocument[];
/** Like {@link parseYaml}, for any text, by the `yaml` package. */
export declare function readAnyYaml(text: Text): YamlDocument[];
