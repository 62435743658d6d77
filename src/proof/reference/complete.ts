import type { FieldValues } from "../../falco/index.ts";
import { addCall } from "./call.ts";
import { EventFields, type FieldMap, lastPart } from "./event-fields.ts";

/** Process ids, which no rule asks for by value, but which every event has. */
const processId = 48211;
const parentId = 48190;

/** Linux keeps 15 bytes of a program's name. */
const commLength = 15;

/**
 * The fields of a kernel event that follow from those that are written, as Falco would give them: the name of a
 * process from its path, both ends of a connection from its name, the argument of a call from the path. What is written
 * itself stays. Events of other sources come back as they are.
 */
export function completeEvent(written: FieldValues): FieldMap {
  const fields = new EventFields(written);
  if ((fields.text("evt.source") ?? "syscall") !== "syscall") return fields.map;
  const onHost = (fields.text("container.id") ?? "host") === "host";
  addContainer(fields, onHost);
  addUser(fields);
  addProgram(fields);
  addAncestors(fields);
  addState(fields, onHost);
  addCapabilities(fields, onHost);
  addCall(fields);
  return fields.map;
}

function addContainer(fields: EventFields, onHost: boolean): void {
  if (onHost) {
    fields.add("container.id", "host");
    fields.add("container.name", "host");
    return;
  }
  const repository = fields.text("container.image.repository");
  if (repository === undefined) return;
  const tag = fields.text("container.image.tag");
  fields.add("container.image", tag === undefined ? repository : `${repository}:${tag}`);
  fields.add("container.privileged", false);
}

function addUser(fields: EventFields): void {
  fields.add("user.uid", 0);
  const uid = fields.text("user.uid")!;
  const isRoot = uid === "0";
  fields.add("user.name", isRoot ? "root" : "<NA>");
  const name = fields.text("user.name")!;
  fields.add("user.homedir", isRoot ? "/root" : `/home/${name}`);
  fields.add("user.loginuid", -1);
  fields.add("user.loginname", "<NA>");
  fields.add("group.gid", uid);
  fields.add("group.name", name);
}

/** Adds what follows from the path of the program and its arguments. */
export function addProgram(fields: EventFields): void {
  const path = fields.text("proc.exepath");
  if (path === undefined) return;
  const file = lastPart(path);
  fields.add("proc.name", file.slice(0, commLength));
  fields.add("proc.exe", file);
  fields.add("proc.args", "");
  const name = fields.text("proc.name")!;
  const exe = fields.text("proc.exe")!;
  const args = fields.text("proc.args")!;
  fields.add("proc.cmdline", joined(name, args));
  fields.add("proc.exeline", joined(exe, args));
  fields.add("proc.aname[0]", name);
  fields.add("proc.aexe[0]", exe);
  fields.add("proc.aexepath[0]", path);
  fields.add("proc.acmdline[0]", fields.get("proc.cmdline"));
}

function addAncestors(fields: EventFields): void {
  const paths = fields.list("proc.aexepath");
  const names = fields.has("proc.aname")
    ? fields.list("proc.aname")
    : paths.map((path) => lastPart(path).slice(0, commLength));
  addLine(fields, "proc.aname", "proc.pname", names);
  addLine(fields, "proc.aexepath", "proc.pexepath", paths);
  addLine(fields, "proc.aexe", "proc.pexe", paths.length > 0 ? paths.map(lastPart) : names);
  const commands = fields.has("proc.acmdline") ? fields.list("proc.acmdline") : names;
  addLine(fields, "proc.acmdline", "proc.pcmdline", commands);
}

/** One field of all ancestors: the list, each by its distance, and the parent's under a name of its own. */
function addLine(fields: EventFields, name: string, ofParent: string, values: readonly string[]): void {
  if (values.length === 0) return;
  fields.add(name, values);
  fields.add(ofParent, values[0]);
  for (const [index, value] of values.entries()) fields.add(`${name}[${index + 1}]`, value);
}

function addState(fields: EventFields, onHost: boolean): void {
  fields.add("proc.pid", processId);
  fields.add("proc.ppid", parentId);
  fields.add("proc.sid", parentId);
  fields.add("proc.pgid", processId);
  fields.add("proc.tty", 0);
  fields.add("proc.vpid", onHost ? processId : 57);
  fields.add("proc.cwd", "/");
  fields.add("proc.is_exe_upper_layer", false);
  fields.add("proc.is_exe_lower_layer", !onHost && fields.text("proc.is_exe_upper_layer") !== "true");
  fields.add("proc.is_exe_writable", fields.text("user.uid") === "0");
  fields.add("proc.is_exe_from_memfd", false);
}

/** What a container has as root unless its manifest says otherwise. Source: the default of containerd and of Docker. */
const containerCapabilities =
  "CAP_CHOWN CAP_DAC_OVERRIDE CAP_FOWNER CAP_FSETID CAP_KILL CAP_SETGID CAP_SETUID CAP_SETPCAP CAP_NET_BIND_SERVICE CAP_NET_RAW CAP_SYS_CHROOT CAP_MKNOD CAP_AUDIT_WRITE CAP_SETFCAP";

/** What root has on a host, and in a privileged container. */
const allCapabilities = `${containerCapabilities} CAP_DAC_READ_SEARCH CAP_LINUX_IMMUTABLE CAP_NET_BROADCAST CAP_NET_ADMIN CAP_IPC_LOCK CAP_IPC_OWNER CAP_SYS_MODULE CAP_SYS_RAWIO CAP_SYS_PTRACE CAP_SYS_PACCT CAP_SYS_ADMIN CAP_SYS_BOOT CAP_SYS_NICE CAP_SYS_RESOURCE CAP_SYS_TIME CAP_SYS_TTY_CONFIG CAP_LEASE CAP_AUDIT_CONTROL CAP_MAC_OVERRIDE CAP_MAC_ADMIN CAP_SYSLOG CAP_WAKE_ALARM CAP_BLOCK_SUSPEND CAP_AUDIT_READ CAP_PERFMON CAP_BPF CAP_CHECKPOINT_RESTORE`;

function addCapabilities(fields: EventFields, onHost: boolean): void {
  if (fields.text("user.uid") !== "0") {
    fields.add("thread.cap_effective", "");
    fields.add("thread.cap_permitted", "");
    return;
  }
  const all = onHost || fields.text("container.privileged") === "true";
  fields.add("thread.cap_effective", all ? allCapabilities : containerCapabilities);
  fields.add("thread.cap_permitted", fields.get("thread.cap_effective"));
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
