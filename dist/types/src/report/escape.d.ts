/**
 * Text from a repository is hostile until it is escaped for the context in which it is shown. Every output format
 * takes its escaping from here.
 */
/**
 * One line in which every character can be seen: line breaks and tabs as spaces, other control characters as
 * their pictures, invisible ones as escapes, and nothing that a terminal or a browser would act on.
 */
export declare function visible(text: string): string;
/** The text with its lines, written in UTF-8, with invisible characters as escapes. */
export declare function visibleLines(text: string): string;
/**
 * JSON in whose source, too, every character can be seen. Readers get each string as it is.
 *
 * @param indent spaces of a level; 0 for one line
 */
export declare function jsonText(value: unknown, indent?: number): string;
/** The text as it can be written in UTF-8. */
export declare function wellFormed(text: string): string;
/**
 * A name or a path as inline code for GitHub Markdown, safe in a paragraph, a list and a table. Not for the
 * inside of an HTML element, and not right next to other inline code.
 */
export declare function markdownCode(text: string): string;
/**
 * Prose for GitHub Markdown, one line, safe in a paragraph, a list and a table: no markup, no HTML, no cell or
 * line break. Text in single backticks becomes code, and so do words that GitHub would link, such as
 * `@someone`, `#1` or an address.
 */
export declare function markdownText(text: string): string;
/** The parts of a text in single backticks, and those between them. */
export declare function proseParts(text: string): {
    readonly code: boolean;
    readonly text: string;
}[];
/** Prose for the inside of an HTML element in GitHub Markdown, where Markdown is not read but mentions are. */
export declare function markdownHtml(text: string): string;
/** A Markdown link with content that is escaped already; the content alone when the address is not of the web. */
export declare function markdownLink(content: string, url: string | undefined): string;
/** One line of text for the content or a quoted attribute of an HTML element. */
export declare function htmlText(text: string): string;
/** Text for the content or a quoted attribute of an XML element: line breaks kept, no character that XML forbids. */
export declare function xmlText(text: string): string;
/** The message of a workflow command: `%` and line breaks are written as the runner documents. */
export declare function commandMessage(text: string): string;
/** A property of a workflow command, where `:` and `,` end the property as well. */
export declare function commandProperty(text: string): string;
/** A cell of a CSV table (RFC 4180) that no spreadsheet takes for a formula. */
export declare function csvCell(text: string): string;
