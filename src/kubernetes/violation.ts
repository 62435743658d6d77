// biome-ignore lint/correctness/noPrivateImports: types that the workspace exports for its users
import type { Violation } from "../../kubeconform-wasm/src/index.ts";
import { type MapNode, type Node, nearest } from "../project/index.ts";
import { display, follow, steps } from "./pointer.ts";
import type { ManifestFix, ManifestProblem } from "./problem.ts";

const types: Readonly<Record<string, string>> = {
  string: "a string",
  integer: "an integer",
  number: "a number",
  boolean: "a boolean",
  array: "a list",
  object: "a map",
  null: "null",
};

/** Says one violation of a schema in a sentence, at the key that it is about. */
export function violationProblem(resource: MapNode, kind: string, violation: Violation): ManifestProblem {
  const path = steps(violation.path);
  if (violation.keyword === "additionalProperties") return unknownField(resource, kind, path, violation);
  const { key, value } = follow(resource, path);
  const subject = path.length === 0 ? `The ${kind}` : `\`${display(path)}\``;
  return { kind: "schema", at: key, ...sentence(subject, violation, value) };
}

type Words = Pick<ManifestProblem, "message" | "help" | "fix">;

function sentence(subject: string, violation: Violation, value: Node | undefined): Words {
  const want = violation.want ?? [];
  switch (violation.keyword) {
    case "type":
      return wrongType(subject, violation, value);
    case "enum":
    case "const": {
      const near = nearest(String(violation.got), want);
      const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
      return { message: `${subject} is ${shown(violation.got)}, but can only be ${choices(want)}.${hint}` };
    }
    case "required":
      return { message: `${subject} lacks ${listed(want)}.` };
    case "format":
      return { message: `${subject} is ${shown(violation.got)}, which is not a valid ${want[0]}.` };
    case "pattern":
      return { message: `${subject} is ${shown(violation.got)}, which does not match \`${want[0]}\`.` };
    default:
      return { message: `${subject} does not follow its schema: ${violation.message}.` };
  }
}

function wrongType(subject: string, { got, want = [] }: Violation, value: Node | undefined): Words {
  const wanted = want.filter((type) => type !== "null").map((type) => types[type] ?? type);
  const message = `${subject} must be ${choice(wanted)}, not ${types[String(got)] ?? String(got)}.`;
  if (!want.includes("string") || value?.kind !== "scalar" || value.style !== "plain" || got === "null") {
    return { message };
  }
  const written = value.text.content.slice(value.span.start, value.span.end);
  const fix: ManifestFix = {
    description: "Put the value in quotes",
    safe: true,
    edits: [{ at: value, text: JSON.stringify(written) }],
  };
  const help =
    typeof value.value === "string"
      ? `Kubernetes reads YAML 1.1, in which ${written} without quotes is ${types[String(got)] ?? String(got)}.`
      : "Put it in quotes.";
  return { message, help, fix };
}

function unknownField(
  resource: MapNode,
  kind: string,
  path: string[],
  { want = [] }: Violation,
): ManifestProblem {
  const name = path.at(-1) ?? "";
  const parent = path.slice(0, -1);
  const { key } = follow(resource, path);
  const near = nearest(name, want);
  const location = parent.length === 0 ? `A ${kind}` : `\`${display(parent)}\``;
  return {
    kind: "unknown-field",
    at: key,
    message: `${location} has no field \`${cut(name)}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
    help: "kubectl refuses it, and where it does not look, the field is dropped silently.",
    ...(near !== undefined && {
      fix: { description: `Rename it to ${near}`, safe: false, edits: [{ at: key, text: near }] },
    }),
  };
}

function choices(want: readonly string[]): string {
  return choice(want.slice(0, 12).map((value) => `\`${cut(value)}\``));
}

function choice(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "nothing";
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2
    ? (quoted[0] ?? "something")
    : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "a map";
  return `\`${cut(String(value))}\``;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
