/** Namespace of properties that are our own. */
export declare const ns = "https://github.com/falcoverage/falcoverage/ns/oscal";
/** One line of Markdown that is text and nothing else. */
export declare function line(text: string): string;
/** A string without blanks at its ends. */
export declare function word(text: string): string;
/** A name-based UUID (version 5, RFC 9562): the same for the same thing, in every run. */
export declare function uuid(...name: readonly unknown[]): string;
