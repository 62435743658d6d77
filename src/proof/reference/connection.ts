import type { EventFields } from "./event-fields.ts";

interface End {
  readonly address: string;
  readonly port: string;
}

/** Calls by which a server takes a connection: the local end is the server's. */
const taking: ReadonlySet<string> = new Set(["accept", "accept4", "recvfrom", "recvmsg"]);

/** Adds what follows from the name of a socket: `client:port->server:port`, `address:port`, or a path. */
export function addConnection(call: string, fields: EventFields): void {
  const name = fields.text("fd.name")!;
  const kind = fields.text("fd.type");
  if (kind === "unix") {
    fields.add("fd.typechar", "u");
    fields.add("fd.sockfamily", "unix");
    return;
  }
  if (kind !== undefined && kind !== "ipv4" && kind !== "ipv6") return;
  const [first, second] = name.split("->").map(readEnd);
  if (first === undefined) {
    if (!name.startsWith("/")) return;
    fields.add("fd.type", "file");
    fields.add("fd.typechar", "f");
    return;
  }
  const isIpv6 = first.address.includes(":");
  fields.add("fd.type", isIpv6 ? "ipv6" : "ipv4");
  fields.add("fd.typechar", isIpv6 ? "6" : "4");
  fields.add("fd.sockfamily", "ip");
  fields.add("fd.l4proto", "tcp");
  if (second === undefined) {
    addEnd(fields, "s", first);
    addEnd(fields, "l", first);
    if (call === "bind") fields.add("evt.arg.addr", name);
    return;
  }
  const isServer = taking.has(call);
  fields.add("fd.is_server", isServer);
  addEnd(fields, "c", first);
  addEnd(fields, "s", second);
  addEnd(fields, "l", isServer ? second : first);
  addEnd(fields, "r", isServer ? first : second);
}

function addEnd(fields: EventFields, end: "c" | "s" | "l" | "r", { address, port }: End): void {
  fields.add(`fd.${end}ip`, address);
  fields.add(`fd.${end}port`, port);
}

/** `10.0.0.1:80` or `[2001:db8::1]:80`. */
function readEnd(text: string): End | undefined {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([0-9.]+)):([0-9]+)$/.exec(text.trim());
  const address = match?.[1] ?? match?.[2];
  return match === null || address === undefined ? undefined : { address, port: match[3]! };
}
