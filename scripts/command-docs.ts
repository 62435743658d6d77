import type { Command, Option } from "commander";
import { build } from "../src/commands/program.ts";

/** The page with every command and option, made of the program itself. */
export function commandDocs(): string {
  const program = build(
    { stdout: { write: () => true }, stderr: { write: () => true }, env: {}, cwd: () => "." },
    () => undefined,
  );
  const groups = new Map<string, Command[]>();
  for (const command of program.commands) {
    const heading = command.helpGroup().replace(/:$/, "");
    groups.set(heading, [...(groups.get(heading) ?? []), command]);
  }
  const sections = [...groups].map(([heading, commands]) =>
    [`## ${heading}`, ...commands.map(commandSection)].join("\n\n"),
  );
  return `${[head, contents(groups), ...sections].join("\n\n")}\n`;
}

const head = `# Commands

Made from the program by \`npm run docs\`. \`falcoverage COMMAND --help\` prints the same in the terminal.

\`check\` runs where no command is named. Exit code 0: passed; 1: findings or coverage below what was asked; 2: the call or the
configuration is wrong, with one line on what to change. In a terminal a text is as long as a screen or two; in a pipe or a
file it is whole, and so is every other format.`;

function contents(groups: ReadonlyMap<string, readonly Command[]>): string {
  const rows = [...groups.values()]
    .flat()
    .map(
      (command) =>
        `| [\`${command.name()}\`](#falcoverage-${command.name()}) | ${cell(command.description())} |`,
    );
  return ["| command | what it does |", "| --- | --- |", ...rows].join("\n");
}

function commandSection(command: Command): string {
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter(({ long }) => long !== "--help");
  const rows = options.map((option) => `| \`${option.flags}\` | ${cell(optionText(option))} |`);
  let examples = "";
  command.configureOutput({ writeOut: (text) => (examples += text) });
  command.outputHelp();
  const [, shown = ""] = examples.split("\nExamples:\n");
  return [
    `### falcoverage ${command.name()}`,
    `\`\`\`text\nfalcoverage ${command.name()} ${command.usage()}\n\`\`\``,
    command.description(),
    ...(rows.length === 0 ? [] : [["| option | what it does |", "| --- | --- |", ...rows].join("\n")]),
    `\`\`\`console\n${shown.trimEnd().replace(/^ {2}/gm, "")}\n\`\`\``,
  ].join("\n\n");
}

function optionText({ description, argChoices, defaultValue }: Option): string {
  const parts = [
    ...(argChoices === undefined ? [] : [`one of ${argChoices.map((choice) => `\`${choice}\``).join(", ")}`]),
    ...(typeof defaultValue === "string" ? [`default: \`${defaultValue}\``] : []),
  ];
  return parts.length === 0 ? description : `${description} (${parts.join("; ")})`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
