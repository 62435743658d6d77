import { type FieldValue, type FieldValues, parameters } from "../falco/index.ts";

/**
 * Why an event with these values cannot happen, a sentence for each reason. Fields that are not given are no
 * contradiction: a test writes what its condition asks for. Source: the event table, the table of open flags and the code of
 * the fields in Falco's libraries.
 */
export function contradictions(values: FieldValues): string[] {
  const call = textOf(values["evt.type"]);
  if (call === undefined) return [...listsOfNames(values)];
  return [
    ...argumentsOfOthers(values, call),
    ...descriptorOfNone(values, call),
    ...openingByOthers(values, call),
    ...flagsAgainstOpening(values),
    ...resultsThatDiffer(values, call),
    ...kindOfDescriptor(values),
    ...containerOnHost(values),
    ...ancestorsThatDiffer(values),
  ];
}

/** The k8saudit plugin gives the capabilities of each container as one JSON text, and looks for `sourceips` elsewhere. */
function* listsOfNames(values: FieldValues): Iterable<string> {
  for (const field of given(values)) {
    if (field === "ka.sourceips")
      yield "`ka.sourceips` never has a value: the addresses are in `jevt.value[/sourceIPs/0]`.";
    if (!/^ka\.req\.pod\.\w+\.add_capabilities$/.test(field)) continue;
    const written = values[field];
    const name = (Array.isArray(written) ? written : [written]).find((one) => !String(one).startsWith("["));
    if (name !== undefined)
      yield `\`${field}\` has the list of each container as one text, such as \`["${name}"]\`, not \`${name}\`.`;
  }
}

const argumentsOf = new Map<string, Set<string>>();
for (const { name, events } of parameters.values())
  for (const event of events) argumentsOf.set(event, (argumentsOf.get(event) ?? new Set()).add(name));

function* argumentsOfOthers(values: FieldValues, call: string): Iterable<string> {
  const known = argumentsOf.get(call);
  if (known === undefined) return;
  for (const field of given(values)) {
    const argument = /^evt\.(?:raw)?arg\.(.+)$/.exec(field)?.[1];
    if (argument !== undefined && !known.has(argument)) yield `\`${call}\` has no argument \`${argument}\`.`;
  }
}

/** Calls about a path or a process, whose events name no file descriptor. */
const withoutDescriptor: ReadonlySet<string> = new Set(
  `access chdir chmod chown chroot clone clone3 delete_module execve execveat fchmodat fchownat fork init_module kill lchown
  link mkdir mkdirat mknod mknodat mount prctl process_vm_readv process_vm_writev ptrace rename renameat renameat2 rmdir
  setgid setpgid setresgid setresuid setsid setuid symlink symlinkat tgkill tkill umount umount2 unlink unlinkat unshare vfork`.split(
    /\s+/,
  ),
);

function* descriptorOfNone(values: FieldValues, call: string): Iterable<string> {
  const field = given(values).find((name) => name.startsWith("fd."));
  if (field !== undefined && withoutDescriptor.has(call))
    yield `\`${call}\` is about no file descriptor, so it has no \`${field}\`.`;
}

const opens: ReadonlySet<string> = new Set(["open", "openat", "openat2", "open_by_handle_at"]);

function* openingByOthers(values: FieldValues, call: string): Iterable<string> {
  if (opens.has(call)) return;
  for (const field of ["evt.is_open_read", "evt.is_open_write", "evt.is_open_create", "evt.is_open_exec"]) {
    if (textOf(values[field]) !== "true" || (call === "creat" && field === "evt.is_open_exec")) continue;
    yield `\`${field}\` is true only of ${[...opens].join(", ")}; of \`${call}\` it is false.`;
  }
}

/** The flags of an open by Falco's names. */
const openFlags: ReadonlySet<string> = new Set(
  `O_NONE O_RDONLY O_WRONLY O_RDWR O_CREAT O_APPEND O_DSYNC O_EXCL O_NONBLOCK O_SYNC O_TRUNC O_DIRECT O_DIRECTORY O_LARGEFILE
  O_CLOEXEC O_TMPFILE O_F_CREATED FD_UPPER_LAYER FD_LOWER_LAYER`.split(/\s+/),
);

function* flagsAgainstOpening(values: FieldValues): Iterable<string> {
  const call = textOf(values["evt.type"]);
  const flags = textOf(values["evt.arg.flags"])?.split("|");
  if (call === undefined || !opens.has(call) || flags === undefined) return;
  const unknown = flags.find((flag) => !openFlags.has(flag));
  if (unknown !== undefined) yield `Falco has no flag \`${unknown}\` of \`${call}\`.`;
  const both = flags.includes("O_RDWR");
  const opening = {
    "evt.is_open_read": both || flags.includes("O_RDONLY"),
    "evt.is_open_write": both || flags.includes("O_WRONLY"),
    "evt.is_open_create": flags.includes("O_F_CREATED") || flags.includes("O_TMPFILE"),
  };
  for (const [field, is] of Object.entries(opening)) {
    const written = textOf(values[field]);
    if (written !== undefined && written !== String(is))
      yield `With the flags \`${flags.join("|")}\`, \`${field}\` is ${is}.`;
  }
}

function* resultsThatDiffer(values: FieldValues, call: string): Iterable<string> {
  const raw = textOf(values["evt.rawres"]);
  const result = textOf(values["evt.res"]);
  const failed = textOf(values["evt.failed"]);
  const number = textOf(values["fd.num"]);
  const isError = raw?.startsWith("-") ?? (failed === undefined ? undefined : failed === "true");
  if (raw !== undefined && failed !== undefined && raw.startsWith("-") !== (failed === "true"))
    yield `With \`evt.rawres: ${raw}\`, \`evt.failed\` is ${raw.startsWith("-")}.`;
  if (result !== undefined && isError !== undefined && /^(?:SUCCESS|E[A-Z]+)$/.test(result)) {
    if ((result === "SUCCESS") === isError)
      yield `\`evt.res: ${result}\` and \`${raw === undefined ? `evt.failed: ${failed}` : `evt.rawres: ${raw}`}\` contradict each other.`;
  }
  if (!opens.has(call) || number === undefined || number.startsWith("-")) return;
  if (isError === true)
    yield `\`${call}\` that fails gives no file descriptor, so \`fd.num\` is not ${number}.`;
  else if (raw !== undefined && raw !== number)
    yield `\`${call}\` returns the descriptor that it opens, so \`evt.rawres\` and \`fd.num\` are the same number.`;
}

/** `fd.typechar` by `fd.type`. */
const characters: ReadonlyMap<string, string> = new Map(
  Object.entries({ file: "f", directory: "d", ipv4: "4", ipv6: "6", unix: "u", pipe: "p" }),
);

function* kindOfDescriptor(values: FieldValues): Iterable<string> {
  const type = textOf(values["fd.type"]);
  const character = textOf(values["fd.typechar"]);
  const expected = characters.get(type ?? "");
  if (expected !== undefined && character !== undefined && character !== expected)
    yield `\`fd.typechar\` of \`fd.type: ${type}\` is \`${expected}\`.`;
  const isFile = character === "f" || character === "d" || type === "file" || type === "directory";
  const network = given(values).find((name) =>
    /^fd\.(?:[cslr](?:ip|port|net|proto)|l4proto|sockfamily|is_server)(?:\.|$)/.test(name),
  );
  if (isFile && network !== undefined) yield `A file or directory has no \`${network}\`.`;
}

function* containerOnHost(values: FieldValues): Iterable<string> {
  const field = given(values).find((name) => /^(?:container\.(?!id$|duration$)|k8s\.)/.test(name));
  if (textOf(values["container.id"]) === "host" && field !== undefined && textOf(values[field]) !== "host")
    yield `On a host, \`container.id: host\`, there is no \`${field}\`.`;
}

function* ancestorsThatDiffer(values: FieldValues): Iterable<string> {
  const all = values["proc.aname"];
  const parent = textOf(values["proc.pname"]);
  const list = Array.isArray(all) ? all.map((name) => textOf(name)) : [];
  // A single value says that one ancestor is called so, and nothing of the others.
  if (parent !== undefined && list.length > 1 && !list.includes(parent))
    yield `\`proc.aname\` lists all ancestors, and \`proc.pname: ${parent}\` is not among them.`;
  if (values["proc.pname"] === null && given(values).some((name) => /^proc\.aname(?:$|\[[1-9])/.test(name)))
    yield "A process without a parent has no `proc.aname`.";
  for (const [field, same] of [
    ["proc.name", "proc.aname[0]"],
    ["proc.pname", "proc.aname[1]"],
  ] as const) {
    const [one, other] = [textOf(values[field]), textOf(values[same])];
    if (one !== undefined && other !== undefined && one !== other)
      yield `\`${same}\` is \`${field}\`, and they differ: ${other} and ${one}.`;
  }
}

/** The fields that have a value. */
function given(values: FieldValues): string[] {
  return Object.keys(values).filter((name) => {
    const value = values[name];
    return value !== undefined && value !== null && value !== "" && value !== "<NA>";
  });
}

function textOf(value: FieldValue | undefined): string | undefined {
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}
