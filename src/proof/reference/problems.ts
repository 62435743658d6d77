import { parseFields } from "../../alert-log/index.ts";
import {
  EvaluationError,
  type FieldValues,
  load,
  plugins,
  readEvent,
  type Vocabulary,
  vocabularyFor,
} from "../../falco/index.ts";
import { hasArgument } from "./call.ts";
import { textOf } from "./event-fields.ts";
import { isParameter, parameterNames, sampleOf } from "./organisation.ts";
import type { EventTemplate, Profiles, SignalFile } from "./signal-file.ts";
import { expand, fieldsOf, fill, parametersIn, TemplateError } from "./template.ts";

/** Why an event of a file cannot have happened, or cannot be read. */
export interface EventProblem {
  /** The way to the event in the file. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The name that does not exist, and those that do. */
  readonly name?: string;
  readonly known: readonly string[];
}

type Complaint = Omit<EventProblem, "path">;

/** Everything that keeps the events of a file from being events of a real Falco, at most one thing an event. */
export function problemsOf(file: SignalFile, shared: Profiles): EventProblem[] {
  const profiles = { ...shared, ...file.profiles };
  return (["attacks", "everyday"] as const).flatMap((section) =>
    (file[section] ?? []).flatMap(({ events }, act) =>
      events.flatMap((event, index) => {
        const complaint = complaintOf(event, profiles);
        return complaint === undefined ? [] : [{ path: [section, act, "events", index], ...complaint }];
      }),
    ),
  );
}

/** A value of each parameter; made when the first event is looked at. */
let samples: ReadonlyMap<string, string> | undefined;

function complaintOf(template: EventTemplate, profiles: Profiles): Complaint | undefined {
  const missing = [template.like ?? []].flat().find((name) => !Object.hasOwn(profiles, name));
  if (missing !== undefined) {
    return { message: `There is no profile \`${missing}\`.`, name: missing, known: Object.keys(profiles) };
  }
  try {
    const expanded = expand(template, profiles);
    const unknown = [...parametersIn(expanded)].find((name) => !isParameter(name));
    if (unknown !== undefined) {
      return { message: `There is no parameter \`${unknown}\`.`, name: unknown, known: parameterNames };
    }
    const line = expanded.json === undefined ? undefined : parseFields(expanded.json);
    if (line !== undefined && "problem" in line) return { message: line.problem, known: [] };
    samples ??= new Map(parameterNames.map((name) => [name, sampleOf(name)]));
    const values = Object.fromEntries(fieldsOf(fill(expanded, samples)));
    const message = impossibility(values) ?? mistake(values);
    return message === undefined ? undefined : { message, known: [] };
  } catch (error) {
    if (error instanceof TemplateError) return { message: error.message, known: [] };
    throw error;
  }
}

/** Calls whose event says which file they are about, and the field that does. */
const pathFields: Readonly<Record<string, string>> = {
  open: "fd.name",
  openat: "fd.name",
  openat2: "fd.name",
  connect: "fd.name",
  accept: "fd.name",
  accept4: "fd.name",
  unlink: "fs.path.name",
  unlinkat: "fs.path.name",
  rmdir: "fs.path.name",
  chmod: "fs.path.name",
  fchmodat: "fs.path.name",
  rename: "fs.path.target",
  renameat: "fs.path.target",
  renameat2: "fs.path.target",
  link: "fs.path.target",
  linkat: "fs.path.target",
  symlink: "fs.path.target",
  symlinkat: "fs.path.target",
};

/** What a kernel event has that its call cannot give, or lacks that it always does. */
function impossibility(values: FieldValues): string | undefined {
  if (textOf(values["evt.source"] ?? "syscall") !== "syscall") return undefined;
  const call = values["evt.type"];
  if (call === undefined) return "The event says no evt.type.";
  const name = textOf(call);
  const needed = Object.hasOwn(pathFields, name) ? pathFields[name] : undefined;
  if (needed !== undefined && values[needed] === undefined)
    return `A \`${name}\` has ${needed}, which is not here.`;
  for (const field of Object.keys(values)) {
    const argument = /^evt\.(?:raw)?arg\.(.+)$/.exec(field)?.[1];
    if (argument !== undefined && hasArgument(name, argument) === false)
      return `A \`${name}\` has no argument \`${argument}\`.`;
    if (field.startsWith("fd.") && hasArgument(name, "fd") === false && hasArgument(name, "oldfd") === false)
      return `A \`${name}\` is about no file descriptor, so it has no ${field}.`;
    if (/^(?:container\.image|k8s\.)/.test(field) && values["container.id"] === "host")
      return `On a host there is no ${field}.`;
  }
  return undefined;
}

/** What a name or a value is not. */
function mistake(values: FieldValues): string | undefined {
  const source = textOf(values["evt.source"] ?? "syscall");
  const vocabulary = vocabularyOf(source);
  if (vocabulary === undefined) return undefined;
  try {
    readEvent(values, vocabulary);
    const call = values["evt.type"];
    if (call !== undefined && source === "syscall" && !vocabulary.hasEvent(textOf(call)))
      return `There is no event \`${textOf(call)}\`.`;
    return undefined;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const end = error.message.endsWith("?") ? "" : ".";
    return `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}${end}`;
  }
}

const vocabularies = new Map<string, Vocabulary>();

function vocabularyOf(source: string): Vocabulary | undefined {
  const known = vocabularies.get(source);
  if (known !== undefined) return known;
  const { engine } = load([], { plugins: [...plugins.keys()] });
  if (!engine.sources.has(source)) return undefined;
  const vocabulary = vocabularyFor(engine.fields, engine.events, [source]);
  vocabularies.set(source, vocabulary);
  return vocabulary;
}
