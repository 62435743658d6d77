/**
 * A field of a container, of Kubernetes or of a plugin is compared with the text `<NA>`.
 *
 * ## Why
 *
 * `<NA>` is how an output shows a value that is missing. In a condition a missing value equals nothing:
 * `= "<NA>"` is never true, and `!= "<NA>"` only tests that there is a value.
 *
 * ## Instead
 *
 * Ask whether there is a value: `not k8s.pod.name exists`.
 *
 * ## Notes
 *
 * Fields of the engine itself are not reported, as some of them do hold this text: `user.name` for a user
 * that nobody knows, `fd.name` and `evt.arg.*` where the kernel gave no name. For audit events Falco warns by
 * itself, see `falco/unsafe-na-check`.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";

/** Fields of the engine itself, of which some do hold this text. */
const own = /^(?:evt|fd|fdlist|fs|group|proc|syslog|thread|user)\./;
/** Fields for which Falco warns by itself. */
const warned = /^(?:ka|jevt)\./;

export default checkRule(
  {
    id: "falco/compared-with-na",
    severity: "warning",
    confidence: "high",
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
