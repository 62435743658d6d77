import type { FieldValues } from "../falco/index.ts";

/** What a field says of an act: in which workload it ran, or that it ran in none, which program or user did it, what started that, or on what it was done. */
type Aspect = "place" | "host" | "actor" | "parent" | "user" | "object";

interface IdentityField {
  /** For the name of an exception. */
  readonly short: string;
  readonly aspect: Aspect;
  /** How much a value is likely to change between versions of the same workload; 1 is the least. */
  readonly volatility: number;
  /** Whether reference events name one as an example: an attacker can be in any image, and have the token of any user. */
  readonly isExample?: true;
}

/** The fields that exceptions are made of. Process ids, ids of containers, pods and command lines are none: they do not recur. */
export const identityFields: ReadonlyMap<string, IdentityField> = new Map([
  ["container.image.repository", { short: "image", aspect: "place", volatility: 1, isExample: true }],
  ["k8s.ns.name", { short: "namespace", aspect: "place", volatility: 1, isExample: true }],
  ["container.id", { short: "host", aspect: "host", volatility: 1 }],
  ["proc.exepath", { short: "exepath", aspect: "actor", volatility: 1 }],
  ["proc.name", { short: "process", aspect: "actor", volatility: 2 }],
  ["ka.user.name", { short: "user", aspect: "actor", volatility: 1, isExample: true }],
  ["proc.pname", { short: "parent", aspect: "parent", volatility: 2 }],
  ["user.name", { short: "user", aspect: "user", volatility: 3 }],
  ["ka.verb", { short: "verb", aspect: "object", volatility: 1 }],
  ["ka.target.resource", { short: "resource", aspect: "object", volatility: 1 }],
  ["ka.target.subresource", { short: "subresource", aspect: "object", volatility: 1 }],
  ["ka.target.namespace", { short: "namespace", aspect: "object", volatility: 2 }],
  ["ka.target.name", { short: "name", aspect: "object", volatility: 3 }],
  ["fd.name", { short: "file", aspect: "object", volatility: 3 }],
]);

export function fieldsOfAspect(aspect: Aspect): string[] {
  return [...identityFields].filter(([, field]) => field.aspect === aspect).map(([name]) => name);
}

/** What an alert says of who acts. */
export interface Identity {
  /** By field, each value that an exception can hold. */
  readonly values: ReadonlyMap<string, string>;
  /** Fields in the output that the event had no value for, such as the image of a process on the host. */
  readonly empty: ReadonlySet<string>;
  /** By field, why its value cannot be part of an exception. */
  readonly unusable: ReadonlyMap<string, string>;
}

/** Longer values are no names. */
const maxLength = 256;

/** What Falco prints for a field without a value. */
const absent: ReadonlySet<unknown> = new Set([null, "", "<NA>", "N/A"]);

export function identityOf(fields: FieldValues): Identity {
  const values = new Map<string, string>();
  const empty = new Set<string>();
  const unusable = new Map<string, string>();
  for (const name of identityFields.keys()) {
    if (!Object.hasOwn(fields, name)) continue;
    const value = fields[name];
    if (absent.has(value)) empty.add(name);
    else if (typeof value !== "string") unusable.set(name, "it is not a text");
    else {
      const problem = problemOf(name, value);
      if (problem === undefined) values.set(name, value);
      else unusable.set(name, problem);
    }
  }
  return { values, empty, unusable };
}

function problemOf(field: string, value: string): string | undefined {
  // That a process is of no container identifies it; the id of its container does not.
  if (field === "container.id") return value === "host" ? undefined : "containers come and go";
  if (value.length > maxLength) return `it is longer than ${maxLength} characters`;
  return problems.find(({ pattern }) => pattern.test(value))?.problem;
}

/** Patterns without nested repetition: values come from whoever runs a process. */
const problems: readonly { readonly pattern: RegExp; readonly problem: string }[] = [
  {
    pattern: /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u,
    problem: "it has characters that cannot be seen or are not text",
  },
  {
    // Falco puts values into the text of the condition as they are.
    pattern: /[^\p{L}\p{N}_./:@+~%# -]|^#/u,
    problem: "it has characters that Falco could read as a part of the condition",
  },
  {
    pattern: /^\/(?:tmp|var\/tmp|dev\/shm|run\/user)\/|^memfd:|\(deleted\)$/,
    problem: "anybody can make a file of that name",
  },
  { pattern: /^\d+\.\d+\.\d+\.\d+[:/]/, problem: "it is a connection, whose ports change" },
  { pattern: /\/proc\/\d+|\/task\/\d+|\d{5,}/, problem: "it holds a number that changes" },
  { pattern: /(?=[a-f]{0,7}\d)[0-9a-f]{8,}/, problem: "it holds an id that changes" },
  { pattern: /-(?=[a-z]{0,4}\d)[bcdfghjklmnpqrstvwxz2456789]{5}$/, problem: "it ends in a random suffix" },
  { pattern: /^system:node:/, problem: "nodes come and go" },
];
