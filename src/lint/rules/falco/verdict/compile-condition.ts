/**
 * A condition does not compile: its grammar is broken, a field or an event type does not exist in this
 * version of Falco, an operator does not work on the field, or a value is none of the field's type. Falco's
 * code: `LOAD_ERR_COMPILE_CONDITION`.
 *
 * ## Why
 *
 * Falco does not start. One such line in a file that it loads takes all rules of that deployment down.
 *
 * ## Instead
 *
 * Correct the field, the operator or the value that the message names. The message suggests a name where one
 * is close.
 */

import { falcoCodeRule } from "../../../falco-code.ts";

/** A name in the place of an address: a list of files that are made elsewhere, where no deployment loads the rule. */
const absentList = /^`[a-z][a-z\d]*(?:_[a-z\d]+)+` is not (?:a network|an IPv4)/;

export default falcoCodeRule({
  id: "falco/compile-condition",
  code: "LOAD_ERR_COMPILE_CONDITION",
  severity: "error",
  summary: "A condition does not compile: its grammar, a field or a value is wrong",
  fixesNames: true,
  // Rules in values or in a ConfigMap are those of a deployment, whether or not that is whole here.
  isUnsure: ({ stack, sources }, { message }) =>
    stack === undefined &&
    sources.every(({ embedding }) => embedding === undefined) &&
    absentList.test(message),
});
