/**
 * A regular expression says what `in`, `=`, `startswith`, `endswith` or `contains` can say.
 *
 * ## Why
 *
 * It costs many times as much, on every event that gets that far.
 *
 * ## Instead
 *
 * Use the cheaper operator: `proc.name in (bash, zsh)`.
 *
 * ## Notes
 *
 * The fix is only offered, and not applied unasked, where a value with a line break in it would make a
 * difference. Where the expression has nothing of a pattern Falco itself warns, see
 * `falco/condition-warning`.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/regex-simpler",
    severity: "notice",
    confidence: "high",
    summary: "A regular expression can be replaced by a cheaper operator",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || check.operator !== "regex" || check.right.kind !== "value")
      return undefined;
    if (field === undefined) return undefined;
    const simpler = simplerOf(check.right.text);
    if (simpler === undefined) return undefined;
    return {
      span: check.right.span,
      message: `\`regex ${check.right.text}\` is \`${simpler}\`, which is much cheaper.`,
      help: `Write \`${field.key} ${simpler}\`.`,
      ...rewrite(written, ({ left }) => `${left} ${simpler}`),
    };
  },
);

/** The operator and value that say what an expression says. */
function simplerOf(expression: string): string | undefined {
  const whole = expression.replace(/^\^/, "").replace(/\$$/, "");
  const alternatives = /^\(([^()]*)\)$/.exec(whole)?.[1]?.split("|") ?? [];
  const literals = alternatives.map(literalOf);
  if (literals.length > 1 && literals.every((text) => text !== undefined))
    return `in (${literals.join(", ")})`;
  const [open, close] = [/^\.\*/.test(whole), /\.\*$/.test(whole)];
  const middle = whole.slice(open ? 2 : 0, close ? -2 : undefined);
  const text = literalOf(middle);
  // Of what is plain to see Falco warns by itself.
  if (text === undefined || !/[\\[]/.test(middle)) return undefined;
  const operator = open && close ? "contains" : open ? "endswith" : close ? "startswith" : "=";
  return `${operator} ${text}`;
}

/** The one text that an expression stands for, if that can be written without quotes. */
function literalOf(expression: string): string | undefined {
  const text = expression.replace(
    /\\([.+*?|-])|\[([.+*?|-])\]/g,
    (_, escaped, bracket) => escaped ?? bracket,
  );
  const plain = expression.replace(/\\[.+*?|-]|\[[.+*?|-]\]/g, "");
  return text !== "" && /^[\w/@:%-]*$/.test(plain) ? text : undefined;
}
