import { htmlText, proseParts } from "./escape.ts";

/** HTML that is safe to put into a page unescaped. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | null | Markup | readonly Markup[];

/**
 * Template tag for HTML: what is put in is escaped, unless it is markup itself; null is nothing. Attributes are
 * written with double quotes in the template.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let markup = strings[0]!;
  for (const [i, value] of values.entries()) markup += valueText(value) + strings[i + 1]!;
  return { markup };
}

function valueText(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return htmlText(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  return value.map(({ markup }) => markup).join("");
}

/** A text of ours, such as a stylesheet, that is markup already. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Prose with the text in single backticks as code. */
export function prose(text: string): Markup {
  const parts = proseParts(text).map((part) =>
    part.code ? html`<code>${part.text}</code>` : html`${part.text}`,
  );
  return html`${parts}`;
}
