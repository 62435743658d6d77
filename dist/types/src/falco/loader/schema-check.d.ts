import type { YamlNode } from "../yaml/index.js";
/** What the engine's check against its schema breaks off at. */
export interface SchemaFailure {
    readonly node: YamlNode;
    readonly message: string;
}
/**
 * The first thing at which the check of a document against the engine's schema breaks off: a key that is a list
 * or a map, as an unquoted `{{ ... }}` of a template is, or an empty list in the place of a map, which ends
 * Falco. What else the schema finds wrong, the engine only logs.
 */
export declare function schemaFailure(document: YamlNode): SchemaFailure | undefined;
