import { parameters } from "../../falco/index.ts";
import { addConnection } from "./connection.ts";
import { type EventFields, lastPart } from "./event-fields.ts";

/** The numbers of the errors that calls of reference events end with. Source: errno of Linux on x86-64. */
const errorNumbers: ReadonlyMap<string, number> = new Map([
  ["EPERM", 1],
  ["ENOENT", 2],
  ["ESRCH", 3],
  ["EINTR", 4],
  ["EIO", 5],
  ["EBADF", 9],
  ["EAGAIN", 11],
  ["EACCES", 13],
  ["EBUSY", 16],
  ["EEXIST", 17],
  ["ENOTDIR", 20],
  ["EISDIR", 21],
  ["EINVAL", 22],
  ["ENOSPC", 28],
  ["EROFS", 30],
  ["ENOSYS", 38],
  ["ENETUNREACH", 101],
  ["ETIMEDOUT", 110],
  ["ECONNREFUSED", 111],
  ["EHOSTUNREACH", 113],
  ["EINPROGRESS", 115],
]);

const opens: ReadonlySet<string> = new Set(["open", "openat", "openat2", "creat"]);

/** Calls that answer with the descriptor they made. */
const descriptorMakers: ReadonlySet<string> = new Set([
  ...opens,
  "open_by_handle_at",
  "accept",
  "accept4",
  "socket",
  "dup",
  "dup2",
  "dup3",
  "memfd_create",
  "pidfd_open",
  "bpf",
]);

/** What the argument with the path is called, call by call. Source: the event table of libs. */
const pathArguments: ReadonlyMap<string, string> = new Map(
  Object.entries({
    name: ["unlinkat", "umount", "umount2"],
    path: ["unlink", "rmdir", "mkdir", "mkdirat", "mknod", "mknodat", "chown", "lchown"],
    filename: ["chmod", "fchmodat"],
    pathname: ["fchownat"],
    dir: ["mount"],
  }).flatMap(([argument, calls]) => calls.map((call) => [call, argument] as const)),
);

/** What a started program's arguments of the event are, by field. */
const programArguments = [
  ["exe", "proc.exe"],
  ["args", "proc.args"],
  ["comm", "proc.name"],
  ["filename", "proc.exepath"],
  ["cwd", "proc.cwd"],
  ["tty", "proc.tty"],
] as const;

const parametersOf = new Map<string, Set<string>>();
for (const [name, { events }] of parameters) {
  for (const event of events) parametersOf.set(event, (parametersOf.get(event) ?? new Set()).add(name));
}

/** Whether a call has an argument of that name; undefined for calls that Falco tells no arguments of. */
export function hasArgument(call: string, name: string): boolean | undefined {
  return parametersOf.get(call)?.has(name);
}

/** Adds what follows from the kind of call, its result and its paths or connection. */
export function addCall(fields: EventFields): void {
  const call = fields.text("evt.type") ?? "";
  fields.add("evt.source", "syscall");
  fields.add("evt.dir", "<");
  addResult(fields, call);
  if (opens.has(call)) addFile(fields, call);
  else if (fields.has("fd.name")) addConnection(call, fields);
  addPaths(fields, call);
  if (call === "execve" || call === "execveat") {
    for (const [argument, field] of programArguments) fields.add(`evt.arg.${argument}`, fields.get(field));
  }
}

function addResult(fields: EventFields, call: string): void {
  fields.add("evt.res", "SUCCESS");
  const result = fields.text("evt.res")!;
  const error = errorNumbers.get(result);
  const makesOne = descriptorMakers.has(call);
  if (error === undefined ? makesOne || fields.has("fd.name") : !makesOne && fields.has("fd.name")) {
    fields.add("fd.num", 7);
  }
  const number = fields.get("fd.num");
  fields.add("evt.rawres", error === undefined ? (makesOne ? (number ?? 0) : 0) : -error);
  fields.add("evt.failed", error !== undefined);
  if (hasArgument(call, "res")) fields.add("evt.arg.res", result);
  if (hasArgument(call, "fd")) fields.add("evt.arg.fd", number);
}

function addFile(fields: EventFields, call: string): void {
  const path = fields.text("fd.name");
  if (path === undefined) return;
  if (hasArgument(call, "flags") !== false) fields.add("evt.arg.flags", "O_RDONLY|O_CLOEXEC");
  const flags = fields.text("evt.arg.flags")?.split("|") ?? [];
  const both = flags.includes("O_RDWR");
  fields.add("fd.type", "file");
  fields.add("fd.typechar", "f");
  fields.add("fd.nameraw", path);
  fields.add("fd.directory", path.slice(0, path.lastIndexOf("/")) || "/");
  fields.add("fd.filename", lastPart(path));
  fields.add("fs.path.name", path);
  fields.add("fs.path.nameraw", fields.get("fd.nameraw"));
  fields.add("evt.arg.name", fields.get("fd.nameraw"));
  // A creat has no flags, and Falco takes these from flags alone.
  const hasFlags = call !== "creat";
  fields.add("evt.is_open_read", hasFlags && (both || flags.includes("O_RDONLY")));
  fields.add("evt.is_open_write", hasFlags && (both || flags.includes("O_WRONLY")));
  fields.add("evt.is_open_create", flags.includes("O_F_CREATED"));
  fields.add("evt.is_open_exec", false);
}

function addPaths(fields: EventFields, call: string): void {
  const path = fields.get("fs.path.name");
  fields.add("fs.path.nameraw", path);
  const argument = pathArguments.get(call);
  if (argument !== undefined) fields.add(`evt.arg.${argument}`, path);
  const [from, to] = call.startsWith("symlink") ? ["target", "linkpath"] : ["oldpath", "newpath"];
  for (const [end, name] of [
    ["source", from],
    ["target", to],
  ] as const) {
    const value = fields.get(`fs.path.${end}`);
    fields.add(`fs.path.${end}raw`, value);
    if (hasArgument(call, name)) fields.add(`evt.arg.${name}`, value);
  }
}
