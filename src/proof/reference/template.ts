import { parseFields } from "../../alert-log/index.ts";
import type { FieldValues } from "../../falco/index.ts";
import { completeRequest } from "./audit-request.ts";
import { addProgram, completeEvent } from "./complete.ts";
import { EventFields, type FieldMap } from "./event-fields.ts";
import type { Json } from "./json-path.ts";
import { auditFields } from "./k8s-audit.ts";
import type { EventTemplate, Profiles } from "./signal-file.ts";

/** Profiles may name profiles, but none is that deep. */
const maximumDepth = 16;

/** What goes when another program, another line of ancestors or another user is set. */
const dependent: Readonly<Record<string, readonly string[]>> = {
  "proc.exepath": ["proc.name", "proc.exe", "proc.args", "proc.cmdline", "proc.exeline"],
  "proc.aexepath": ["proc.aname", "proc.acmdline"],
  "user.uid": ["user.name"],
};

/** A template that names a profile which does not exist, or profiles in a circle. */
export class TemplateError extends Error {}

/**
 * The template with the fields of the profiles that it names, from left to right, and then its own. A program other than
 * the one of the profile is a child of that one, unless the template says whose child it is.
 *
 * @throws TemplateError for a profile that does not exist, and for profiles in a circle
 */
export function expand(template: EventTemplate, profiles: Profiles): EventTemplate {
  const { like = [], ...own } = template;
  let all: EventTemplate = {};
  let main: EventTemplate | undefined;
  for (const name of typeof like === "string" ? [like] : like) {
    const profile = profileOf(name, profiles, 0);
    all = over(all, profile);
    if (profile["proc.exepath"] !== undefined) main = all;
    // A profile that says how somebody got in there leads away from the main process.
    else if (profile["proc.aexepath"] !== undefined) main = undefined;
  }
  return over(main !== undefined && isChild(own, main) ? childOf(main, own) : all, own);
}

function profileOf(name: string, profiles: Profiles, depth: number): EventTemplate {
  if (depth > maximumDepth) throw new TemplateError("The profiles name each other in a circle.");
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile === undefined) throw new TemplateError(`There is no profile \`${name}\`.`);
  const { like = [], ...own } = profile;
  const below = (typeof like === "string" ? [like] : like).reduce<EventTemplate>(
    (all, next) => over(all, profileOf(next, profiles, depth + 1)),
    {},
  );
  return over(below, own);
}

/** Whether the event is about another process than the main one of its workload. */
function isChild(own: EventTemplate, main: EventTemplate): boolean {
  const path = own["proc.exepath"];
  if (path === undefined || path === main["proc.exepath"] || own["proc.vpid"] !== undefined) return false;
  const [parent] = [own["proc.aexepath"] ?? []].flat();
  // What the runtime starts is a main process, such as an entrypoint.
  return parent === undefined || !String(parent).includes("containerd-shim");
}

/** What a child of the main process has, whoever its own ancestors are. */
function childOf(main: EventTemplate, own: EventTemplate): EventTemplate {
  const { "proc.vpid": _, ...rest } = main;
  if (own["proc.aexepath"] !== undefined) return rest;
  const fields = new EventFields(main as FieldValues);
  addProgram(fields);
  return {
    ...rest,
    "proc.aexepath": [fields.text("proc.exepath")!, ...fields.list("proc.aexepath")],
    ...(main["proc.aname"] !== undefined && {
      "proc.aname": [fields.text("proc.name")!, ...fields.list("proc.aname")],
    }),
    ...(main["proc.acmdline"] !== undefined && {
      "proc.acmdline": [fields.text("proc.cmdline")!, ...fields.list("proc.acmdline")],
    }),
  };
}

function over(below: EventTemplate, above: EventTemplate): EventTemplate {
  const left: Record<string, EventTemplate[string]> = { ...below };
  for (const [field, fields] of Object.entries(dependent)) {
    if (above[field] !== undefined) for (const name of fields) delete left[name];
  }
  const audit = above.audit === undefined ? below.audit : { ...below.audit, ...above.audit };
  return { ...left, ...above, ...(audit && { audit }) };
}

const parameter = /\$\{([a-z-]+)\}/g;

/** The names of the parameters in a template. */
export function parametersIn(template: unknown): ReadonlySet<string> {
  return new Set([...JSON.stringify(template ?? null).matchAll(parameter)].map(([, name]) => name!));
}

/** The template with a text for each parameter. */
export function fill<T>(template: T, values: ReadonlyMap<string, string>): T {
  if (typeof template === "string") {
    return template.replace(parameter, (written, name: string) => values.get(name) ?? written) as T;
  }
  if (Array.isArray(template)) return template.map((item) => fill(item, values)) as T;
  if (template === null || typeof template !== "object") return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, values)])) as T;
}

/** The event source of a template, and the kind of event where that is known before all fields are. */
export function kindOfEvent(template: EventTemplate): {
  readonly source: string;
  readonly type: string | undefined;
} {
  if (template.audit !== undefined) return { source: "k8s_audit", type: undefined };
  const { fields, source } =
    template.json === undefined
      ? { fields: template as FieldValues, source: undefined }
      : readLine(template.json);
  const type = fields["evt.type"];
  return {
    source: String(source ?? fields["evt.source"] ?? "syscall"),
    type: type === undefined ? undefined : String(type),
  };
}

/** All fields of an event that is expanded and filled in. */
export function fieldsOf(template: EventTemplate): FieldMap {
  const { audit, json, like: _, ...fields } = template;
  if (audit !== undefined) return auditFields(completeRequest(audit as { readonly [key: string]: Json }));
  // What Falco gave is not added to.
  if (json !== undefined)
    return new EventFields({ ...readLine(json).fields, ...(fields as FieldValues) }).map;
  return completeEvent(fields as FieldValues);
}

/** An invalid line has no fields: it is reported where files of events are checked. */
function readLine(line: EventTemplate["json"]): {
  readonly fields: FieldValues;
  readonly source: string | undefined;
} {
  const read = parseFields(line);
  return "fields" in read ? read : { fields: {}, source: undefined };
}
