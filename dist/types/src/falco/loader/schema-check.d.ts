import type { YamlNode } from "../yaml/index.js";
/** The node at which the engine's check against its schema stops. */
export interface SchemaFailure {
    readonly node: YamlNode;
    readonly message: string;
}
/**
 * Finds the first node at which the engine's check of a document against its schema stops: a key that is a list or a
 * map, such as an unquoted `{{ ... }}` of a template, or an empty list in place of a map, which ends Falco. The
 * engine only logs other violations.
 */
export declare function schemaFailure(document: YamlNode): SchemaFailure | undefined;
