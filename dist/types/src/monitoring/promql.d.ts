import type { Span } from "../project/index.js";
/** What an expression in Prometheus' language says, with spans into it. */
export interface Expression {
    readonly errors: readonly {
        readonly span: Span;
        readonly message: string;
    }[];
    readonly selectors: readonly Selector[];
    /** Labels in `by` and `without`. */
    readonly groupings: readonly {
        readonly label: string;
        readonly span: Span;
    }[];
}
/** Which series of which metric: `name{label="value"}`. */
export interface Selector {
    readonly span: Span;
    /** Undefined where matchers alone say it, or a variable is part of it. */
    readonly metric: {
        readonly name: string;
        readonly span: Span;
    } | undefined;
    readonly matchers: readonly Matcher[];
}
export interface Matcher {
    readonly label: string;
    readonly labelSpan: Span;
    readonly operator: "=" | "!=" | "=~" | "!~";
    /** Undefined where a variable is part of it. */
    readonly value: string | undefined;
    /** With its quotes. */
    readonly valueSpan: Span;
}
/**
 * Parses an expression by Prometheus' own grammar.
 *
 * @param variables whether it may hold Grafana's variables: `$name`, `${name}`, `[[name]]`
 */
export declare function parseExpression(text: string, variables: boolean): Expression;
