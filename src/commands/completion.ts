import type { Command, Option } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** What a shell can complete of a command. */
interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** Words that its first argument can be; empty where it takes files or any word. */
  readonly words: readonly string[];
}

interface CompletableOption {
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** The script with which a shell completes commands, options and their values; made of the program itself. */
export function completionScript(program: Command, shell: Shell): string {
  const name = program.name();
  const commands = program.commands.map(completableOf);
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](name, commands);
}

function completableOf(command: Command): Completable {
  const [first] = command.registeredArguments;
  return {
    name: command.name(),
    description: firstSentence(command.description()),
    options: [...command.options.map(optionOf), help],
    words: first?.argChoices ?? [],
  };
}

const help: CompletableOption = {
  flags: ["-h", "--help"],
  description: "what the command does",
  takesValue: false,
  choices: [],
};

function optionOf({ short, long, description, required, optional, argChoices }: Option): CompletableOption {
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description: firstSentence(description),
    takesValue: required || optional,
    choices: argChoices ?? [],
  };
}

/** The text up to where details begin, in one line. */
function firstSentence(text: string): string {
  return text.split(/[:;,.(\n]/)[0]!.trim();
}

/** The options that stand where no command is named: those of the first, which is the default. */
function defaultOptions([first]: readonly Completable[]): readonly CompletableOption[] {
  return first?.options ?? [];
}

function bashScript(name: string, commands: readonly Completable[]): string {
  const words = (options: readonly CompletableOption[]) => options.flatMap(({ flags }) => flags).join(" ");
  const values = (options: readonly CompletableOption[], indent: string) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ flags, choices }) =>
          `${indent}${flags.join("|")}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$current")); return ;;`,
      )
      .join("\n");
  const all = new Map(
    commands.flatMap(({ options }) => options).map((option) => [option.flags.join(), option]),
  );
  return `# Completion for bash. Load it with: source <(${name} completion bash)
_${name}() {
  local current previous command word options words
  current="\${COMP_WORDS[COMP_CWORD]}"
  previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  command=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${commands.map((command) => command.name).join("|")}) command="$word"; break ;;
    esac
  done
  case "$previous" in
${values([...all.values()], "    ")}
  esac
  case "$command" in
${commands.map((command) => `    ${command.name}) options="${words(command.options)}"; words="${command.words.join(" ")}" ;;`).join("\n")}
    *) options="${words(defaultOptions(commands))}"; words="${commands.map((command) => command.name).join(" ")}" ;;
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
  fi
}
complete -F _${name} ${name}
`;
}

function zshScript(name: string, commands: readonly Completable[]): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const describe = (text: string) => text.replace(/[[\]:\\]/g, (character) => `\\${character}`);
  const specs = (options: readonly CompletableOption[]) =>
    options
      .flatMap(({ flags, description, takesValue, choices }) => {
        const values = choices.length === 0 ? ":value:_files" : `:value:(${choices.join(" ")})`;
        return flags.map((flag) => quote(`*${flag}[${describe(description)}]${takesValue ? values : ""}`));
      })
      .join(" ");
  const rest = ({ words }: Completable) =>
    words.length === 0 ? "'*:file:_files'" : `'1:word:(${words.join(" ")})'`;
  return `#compdef ${name}
# Completion for zsh. Load it with: source <(${name} completion zsh)
_${name}() {
  local -a commands
  commands=(
${commands.map((command) => `    ${quote(`${command.name}:${describe(command.description)}`)}`).join("\n")}
  )
  local word command=""
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n "\${commands[(r)$word:*]}" ]]; then command="$word"; break; fi
  done
  case "$command" in
${commands.map((command) => `    ${command.name}) _arguments -s ${specs(command.options)} ${command.words.length === 0 ? rest(command) : `'1:command:' '2:word:(${command.words.join(" ")})'`} ;;`).join("\n")}
    *)
      if [[ "$PREFIX" == -* ]]; then _arguments -s ${specs(defaultOptions(commands))}
      else _describe command commands; _files
      fi ;;
  esac
}
if [[ "\${funcstack[1]}" == "_${name}" ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

function fishScript(name: string, commands: readonly Completable[]): string {
  const quote = (text: string) => `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;
  const option = (condition: string, { flags, description, takesValue, choices }: CompletableOption) => {
    const names = flags.map((flag) =>
      flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
    );
    const value = !takesValue ? "" : choices.length === 0 ? " -r" : ` -x -a ${quote(choices.join(" "))}`;
    return `complete -c ${name} -n ${quote(condition)} ${names.join(" ")}${value} -d ${quote(description)}`;
  };
  const none = "__fish_use_subcommand";
  const lines = commands.flatMap((command) => {
    const seen = `__fish_seen_subcommand_from ${command.name}`;
    return [
      `complete -c ${name} -n ${quote(none)} -a ${command.name} -d ${quote(command.description)}`,
      ...(command.words.length === 0
        ? []
        : [`complete -c ${name} -f -n ${quote(seen)} -a ${quote(command.words.join(" "))}`]),
      ...command.options.map((one) => option(seen, one)),
    ];
  });
  const head = `# Completion for fish. Load it with: ${name} completion fish | source`;
  return `${[head, ...lines, ...defaultOptions(commands).map((one) => option(none, one))].join("\n")}\n`;
}
