/**
 * From OpenAPI to the schemas that manifests are held against. A definition is one JSON Schema without
 * descriptions; references between definitions are `{"definition": name}`, with `!` behind the name where
 * null is no value. As the users of kubeconform know them, the schemas of built-in kinds take null for
 * every optional field.
 */
export interface OpenApiSchema {
    $ref?: string;
    type?: string;
    format?: string;
    nullable?: boolean;
    properties?: Record<string, OpenApiSchema>;
    required?: string[];
    items?: OpenApiSchema;
    additionalProperties?: OpenApiSchema | boolean;
    enum?: unknown[];
    "x-kubernetes-int-or-string"?: boolean;
    "x-kubernetes-group-version-kind"?: {
        group: string;
        version: string;
        kind: string;
    }[];
    [keyword: string]: unknown;
}
export type Schema = {
    [keyword: string]: unknown;
};
/** Definitions by name, and the definition of each kind by "group/version/Kind". */
export interface Definitions {
    schemas: Map<string, Schema>;
    kinds: Map<string, string>;
}
/** @param document the `definitions` of an OpenAPI (Swagger 2.0) document of Kubernetes. */
export declare function fromOpenApi(document: Record<string, OpenApiSchema>): Definitions;
export interface CustomResourceDefinition {
    spec: {
        group: string;
        names: {
            kind: string;
        };
        versions: {
            name: string;
            served?: boolean;
            schema?: {
                openAPIV3Schema?: OpenApiSchema;
            };
        }[];
    };
}
/** Schemas of every served version of a CustomResourceDefinition. Its fields take null only where it says so. */
export declare function fromCustomResource({ spec }: CustomResourceDefinition): Definitions;
/** Refuses what an object does not list, as strict mode does. */
export declare function close(schema: unknown): void;
/** Gives a schema what every object of the API has. */
export declare function object(schema: Schema, version: string, kind: string): Schema;
export declare const apiVersion: (group: string, version: string) => string;
