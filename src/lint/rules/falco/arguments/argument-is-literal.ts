import { type ArgumentProblem, type ArgumentUse, argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/argument-is-literal",
    severity: "warning",
    summary: "A pattern or a path in brackets is taken for the very name that it spells",
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
      message: `\`${written}\` is no path into the message: it looks for a key that begins with \`${argument[0]}\`.`,
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
    message: `\`${written}\` looks for a ${noun} of the very name \`${argument}\`, and finds none.`,
    help: help ?? `There are no patterns here. Write the name of the ${noun} in full.`,
  };
}
