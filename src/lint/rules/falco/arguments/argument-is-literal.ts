/**
 * A pattern, an assignment or a path in brackets is taken for the very name that it spells.
 *
 * ## Why
 *
 * The argument in the brackets of `proc.env`, of labels and of query parameters is a literal name.
 * `*` is a star, `$HOME` is a variable whose name begins with a dollar, `app=web` is a label with an equals
 * sign in its name. Falco loads it silently, and no such name is ever there. `json.value` and `jevt.value`
 * take a JSON pointer, where only `/` goes down: `$.a.b` and `a.b` look for a key of that very name. In
 * `ka.req.volume.hostpath` only a `*` at the very end stands for anything.
 *
 * ## Instead
 *
 * Write the name alone in the brackets, and compare the value: `proc.env[HOME] = /root`,
 * `container.label[app] = web`, `json.value[/a/b]`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd), and read in the sources of the container, json and
 * k8saudit plugins. A key of JSON that has a dot in its name is written with the slash in front,
 * `json.value[/log.level]`, to say that it is meant.
 */

import { type ArgumentProblem, type ArgumentUse, argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/argument-is-literal",
    severity: "warning",
    confidence: "medium",
    summary: "A pattern or a path in brackets is read as a literal name",
    fixable: false,
  },
  (use) => {
    const { name } = use;
    if (name === "proc.env" || name === "proc.aenv") return ofVariable(use);
    if (/^(?:container|k8s\.\w+|k8smeta\.\w+)\.label$/.test(name)) return ofLabel(use);
    if (name === "ka.uri.param")
      return use.argument.includes("*") ? named("query parameter", use) : undefined;
    if (name === "json.value" || name === "jevt.value") return ofPointer(use);
    if (name === "ka.req.volume.hostpath") return ofHostPath(use);
    return undefined;
  },
);

function ofVariable(use: ArgumentUse): ArgumentProblem | undefined {
  const { argument, name } = use;
  const bare = argument.trim().replace(/^[$%]\{?|\}$|=$/g, "");
  if (/^[$%]/.test(argument) || argument !== argument.trim() || argument.endsWith("="))
    return named("variable", use, `The name alone is enough: \`${name}[${bare}]\`.`);
  if (argument.includes("="))
    return named("variable", use, "Compare the value with an operator: `proc.env[NAME] = value`.");
  return /[*?]/.test(argument)
    ? named("variable", use, `To search all variables, write \`${name} contains ...\`.`)
    : undefined;
}

function ofLabel(use: ArgumentUse): ArgumentProblem | undefined {
  if (use.argument.includes("="))
    return named("label", use, "Compare the value with an operator: `container.label[app] = web`.");
  return use.argument.includes("*") ? named("label", use) : undefined;
}

/** A JSON pointer, of which the first slash may be left out. */
function ofPointer({ argument, written, name }: ArgumentUse): ArgumentProblem | undefined {
  const steps = argument
    .replace(/^\$?\.?\/?/, "")
    .split(/[./]/)
    .filter((step) => step !== "");
  const instead = `Go down with slashes: \`${name}[/${steps.join("/")}]\`.`;
  if (/^[$.]/.test(argument))
    return {
      message: `\`${written}\` is not a path into the message: it looks for a key that begins with \`${argument[0]}\`.`,
      help: instead,
    };
  if (/\/\/|.\/$/.test(argument))
    return {
      message: `\`${written}\` looks for a key without a name, because of the slash too many.`,
      help: instead,
    };
  if (!argument.includes("/") && argument.includes("."))
    return {
      severity: "notice",
      message: `\`${written}\` looks for one key \`${argument}\`; a dot does not go into an object.`,
      help: `${instead} If the key has the dot in its name, say so with a slash: \`${name}[/${argument}]\`.`,
    };
  return undefined;
}

function ofHostPath(use: ArgumentUse): ArgumentProblem | undefined {
  return /\*.|\?/.test(use.argument)
    ? named("path", use, "Only a `*` at the very end stands for anything; it makes the path a prefix.")
    : undefined;
}

function named(noun: string, { argument, written }: ArgumentUse, help?: string): ArgumentProblem {
  return {
    message: `\`${written}\` looks for a ${noun} with exactly the name \`${argument}\`, and finds none.`,
    help: help ?? `There are no patterns here. Write the name of the ${noun} in full.`,
  };
}
