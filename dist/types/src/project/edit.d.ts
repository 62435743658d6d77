import type { Location } from "./source-text.js";
import type { YamlDocument } from "./tree.js";
/** Writes `replacement` where a location is. */
export interface TextEdit extends Location {
    readonly replacement: string;
}
/**
 * An edit of an embedded text as an edit of the file that holds it: indented, quoted and escaped as the scalars and
 * blocks around it ask for, with the line ends of the file. What they cannot hold without another form is no edit.
 *
 * @param documents the YAML that `text` is, if it is any: an edit inside of a scalar is written as its style asks
 */
export declare function toFileEdit(edit: TextEdit, documents: readonly YamlDocument[]): TextEdit | undefined;
