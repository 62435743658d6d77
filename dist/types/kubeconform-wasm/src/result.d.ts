export type Status = "valid" | "invalid" | "error" | "skipped" | "empty";
/** One thing wrong at one place. */
export interface Violation {
    /** JSON pointer (RFC 6901) to the value, or to the key that should not be there. */
    path: string;
    /** The keyword of JSON Schema that is violated, such as `type`, `enum`, `required`, `additionalProperties`. */
    keyword: string;
    /** kubeconform's words. */
    message: string;
    /** The value; for `type` the name of its type. */
    got?: unknown;
    /** For `type` the types that would do, for `enum` the values, for `required` the names that are missing. */
    want?: string[];
}
/** The verdict on one resource. */
export interface Result {
    status: Status;
    /**
     * Why the status is not `valid`: `schema` (see `errors`), `missing schema`, `skip`, `reject`, `unreadable`
     * (no YAML or JSON, or a key twice in strict mode), `untyped` (no `kind` or `apiVersion`), `too deep`, `crashed`.
     */
    reason?: "schema" | "missing schema" | "skip" | "reject" | "unreadable" | "untyped" | "too deep" | "crashed";
    /** kubeconform's words for a status of `error`. */
    message?: string;
    /** Index of the YAML document in the text, from 0. */
    document: number;
    /** The line of the text where that document starts, from 0. */
    line: number;
    /** Index in the `items` of a `List`. */
    item?: number;
    apiVersion?: string;
    kind?: string;
    /** `metadata.name` or `metadata.generateName`. */
    name?: string;
    namespace?: string;
    errors?: Violation[];
}
