/** HTML that is safe to put into a page unescaped. */
export interface Markup {
    readonly markup: string;
}
type Value = string | number | null | Markup | readonly Markup[];
/**
 * Template tag for HTML: what is put in is escaped, unless it is markup itself; null is nothing. Attributes are
 * written with double quotes in the template.
 */
export declare function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup;
/** A text of ours, such as a stylesheet, that is markup already. */
export declare function trusted(markup: string): Markup;
/** Prose with the text in single backticks as code. */
export declare function prose(text: string): Markup;
export {};
