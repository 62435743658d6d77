/**
 * A negative number in brackets, or one that does not fit 32 bits, means something else.
 *
 * ## Why
 *
 * The engine reads the number into 32 bits and asks no more. A negative one does not count from the end:
 * `proc.args[-1]` is all arguments together, `proc.aname[-1]` is any ancestor, lower ones never have a value,
 * and `evt.arg[-2]` reads outside of the event. A number that is too large wraps: 4294967297 is 1.
 *
 * ## Instead
 *
 * Use the field without an index, or an index from 0 up: `proc.args endswith --force`, `proc.aname = sshd`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `proc.aname[0]` is the process itself,
 * `proc.aname[1]` its parent; `proc.args[0]` is the first argument after the command. Past the end
 * `proc.args` is the empty string, which is a value.
 */

import { coreFields } from "../../../../falco/index.ts";
import { type ArgumentUse, argumentRule } from "../../../field-arguments.ts";

/** Fields of the engine that take nothing but a number in brackets. It is read with `%d`, into 32 bits. */
const indexed: ReadonlySet<string> = new Set(
  coreFields.filter(({ argument }) => argument?.index && !argument.key).map(({ name }) => name),
);

export default argumentRule(
  {
    id: "falco/index-wraps",
    severity: "warning",
    confidence: "high",
    summary: "A negative or too large number in brackets means something else",
    fixable: false,
  },
  (use) => {
    if (!indexed.has(use.name) || !/^\s*[+-]?\d+$/.test(use.argument)) return undefined;
    const written = BigInt(use.argument.trim().replace("+", ""));
    const read = BigInt.asIntN(32, within64Bits(written));
    if (read >= 0n) {
      if (read === written) return undefined;
      return {
        message: `\`${use.written}\` does not fit 32 bits, and is read as \`${use.name}[${read}]\`.`,
        help: "Write the number that is meant.",
      };
    }
    const wrapped = read === written ? "" : ` It does not fit 32 bits, and is read as ${read}.`;
    return { message: `${ofNegative(use, read)}${wrapped}`, help: helpFor(use.name) };
  },
);

function within64Bits(number: bigint): bigint {
  const largest = 2n ** 63n - 1n;
  if (number > largest) return largest;
  return number < -largest - 1n ? -largest - 1n : number;
}

function ofNegative({ name, written, role }: ArgumentUse, index: bigint): string {
  const field = `\`${written}\``;
  switch (name) {
    case "proc.args":
      return `${field} is all arguments together, not one from the end.`;
    case "fd.types":
      return `${field} is the types of all file descriptors, as \`fd.types\`.`;
    case "evt.arg":
      return index === -1n
        ? `${field} never has a value.`
        : `${field} reads outside of the event, and may crash Falco.`;
    case "proc.aargs":
      return index === -1n
        ? `${field} is the arguments of all ancestors together.`
        : `${field} never has a value.`;
    default:
      if (index !== -1n) return `${field} never has a value.`;
      if (role === "compared")
        return `${field} chooses no ancestor: it is compared with all of them, as \`${name}\`.`;
      return name === "proc.apid" ? `${field} is the process itself.` : `${field} is all ancestors together.`;
  }
}

function helpFor(name: string): string {
  switch (name) {
    case "proc.args":
      return "Arguments are counted from 0, the first after the command. For the last one write `proc.args endswith ...`.";
    case "fd.types":
      return "The number is that of a file descriptor; leave the brackets out for all of them.";
    case "evt.arg":
      return "Name the parameter, as in `evt.arg.flags`.";
    default:
      return `\`${name}[0]\` is the process itself, \`${name}[1]\` its parent; \`${name}\` is any ancestor.`;
  }
}
