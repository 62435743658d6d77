import type { Location } from "../../project/index.ts";
import type { Word } from "../cluster/index.ts";

/** The options on Falco's command line that decide what it loads and where alerts go. */
export interface FalcoCommand {
  /** The first word, where it is no option. */
  readonly program: Word | undefined;
  /** `-c` */
  readonly config: Word | undefined;
  /** `-r`, which replaces `rules_files`. */
  readonly rulesFiles: readonly Word[];
  /** `-o key=value` */
  readonly options: readonly { readonly key: string; readonly value: string; readonly location: Location }[];
  /** `-D` of Falco before 0.39: part of a rule's name. */
  readonly disabledNames: readonly Word[];
  /** `-T` of Falco before 0.39. */
  readonly disabledTags: readonly Word[];
  /** `-t` of Falco before 0.39: only rules with these tags run. */
  readonly onlyTags: readonly Word[];
  readonly disabledSources: readonly Word[];
  readonly enabledSources: readonly Word[];
  /** `-M`: the seconds after which Falco ends; 0 for never. */
  readonly duration: Word | undefined;
  /** Options by name, for those that only some versions have. */
  readonly flags: ReadonlyMap<string, Location>;
  /** Set where a shell starts Falco, so that the options are unknown. */
  readonly shell: Word | undefined;
}

const withValue = new Set([
  "c",
  "r",
  "o",
  "option",
  "D",
  "T",
  "t",
  "disable-source",
  "enable-source",
  "M",
  "S",
  "snaplen",
  "p",
  "print",
  "P",
  "pidfile",
  "e",
  "g",
  "gvisor-config",
  "gvisor-root",
  "gvisor-generate-config",
  "cri",
  "V",
  "validate",
  "l",
  "plugin-info",
  "format",
]);
/** Short options whose value may be in the same word (`-pk`, `-rfile`). */
const shortWithValue = "crodDTtMSpPegVl";

/** Reads `command` and `args` of a Falco container. */
export function readCommand(words: readonly Word[]): FalcoCommand {
  const values = new Map<string, Word[]>();
  const flags = new Map<string, Location>();
  const add = (name: string, word: Word): void => {
    values.set(name, [...(values.get(name) ?? []), word]);
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const option = readOption(word.text);
    if (option === undefined) continue;
    flags.set(option.name, word.location);
    if (option.value !== undefined) add(option.name, { text: option.value, location: word.location });
    else if (withValue.has(option.name) && words[i + 1] !== undefined) add(option.name, words[++i]!);
  }
  const of = (...names: readonly string[]): readonly Word[] =>
    names.flatMap((name) => values.get(name) ?? []);
  const shell = words.find(({ text }) => /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/.test(text));
  return {
    program: words[0]?.text.startsWith("-") === true ? undefined : words[0],
    config: of("c").at(-1),
    rulesFiles: of("r"),
    options: of("o", "option").flatMap(({ text, location }) => {
      const equals = text.indexOf("=");
      return equals === -1 ? [] : [{ key: text.slice(0, equals), value: text.slice(equals + 1), location }];
    }),
    disabledNames: of("D"),
    disabledTags: of("T"),
    onlyTags: of("t"),
    disabledSources: of("disable-source"),
    enabledSources: of("enable-source"),
    duration: of("M").at(-1),
    flags,
    shell,
  };
}

function readOption(word: string): { name: string; value: string | undefined } | undefined {
  if (word.startsWith("--")) {
    const equals = word.indexOf("=");
    return equals === -1
      ? { name: word.slice(2), value: undefined }
      : { name: word.slice(2, equals), value: word.slice(equals + 1) };
  }
  if (!word.startsWith("-") || word.length < 2) return undefined;
  const name = word[1]!;
  const rest = word.slice(2);
  if (rest === "" || !shortWithValue.includes(name)) return { name, value: undefined };
  return { name, value: rest.startsWith("=") ? rest.slice(1) : rest };
}
