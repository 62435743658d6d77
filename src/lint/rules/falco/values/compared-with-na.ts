import { checkRule, rewrite } from "../../../check-rule.ts";

/** Fields of the engine itself, of which some do hold this text. */
const own = /^(?:evt|fd|fdlist|fs|group|proc|syslog|thread|user)\./;
/** Fields for which Falco warns by itself. */
const warned = /^(?:ka|jevt)\./;

export default checkRule(
  {
    id: "falco/compared-with-na",
    severity: "warning",
    summary: "A field is compared with the text `<NA>`, which no missing value equals",
    fixable: true,
  },
  (written) => {
    const { check, field, values } = written;
    if (check.kind !== "comparison" || field === undefined) return undefined;
    if (own.test(field.name) || warned.test(field.name)) return undefined;
    const value = values.find(({ text }) => text === "<NA>");
    if (value === undefined) return undefined;
    const one = check.right.kind === "value" && !field.list;
    const replacement =
      one && (check.operator === "=" || check.operator === "==")
        ? `not ${field.key} exists`
        : one && check.operator === "!="
          ? `${field.key} exists`
          : undefined;
    // By luck it comes to what is meant.
    const harmless = check.operator === "!=";
    return {
      span: value.span,
      ...(harmless ? { severity: "notice" as const } : {}),
      message: `A missing \`${field.key}\` does not equal \`<NA>\`: that is only how outputs show it.`,
      help: `Ask for the value itself: \`${field.key} exists\`, or \`not ${field.key} exists\`.`,
      ...(replacement === undefined ? {} : rewrite(written, () => replacement)),
    };
  },
);
