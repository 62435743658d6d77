import validatePolicies from "../../schemas/policies.schema.json?validator=all";
import type { Severity } from "../lint/index.ts";
import {
  at,
  embeddedText,
  entries,
  items,
  type Location,
  type Node,
  parseYaml,
  type Text,
  text,
  UsageError,
  validateNode,
} from "../project/index.ts";
import { Expression } from "./expression.ts";
import type { SubjectKind } from "./fields.ts";

/** One policy of an organisation. The location is that of its id. */
export interface Policy extends Location {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | undefined;
  readonly each: SubjectKind;
  readonly assertion: Expression;
  /** The expression as written. */
  readonly written: string;
  readonly except: readonly Exception[];
  readonly examples: readonly Example[];
}

/** Something that a policy does not hold for. The location is that of its name. */
export interface Exception extends Location {
  readonly name: string;
  readonly reason: string;
}

/** Something by some of its fields, and whether it follows the policy. */
export interface Example extends Location {
  readonly isGood: boolean;
  readonly node: Node;
}

/** The policies of all files. @throws UsageError for what is wrong with one */
export function readPolicyFiles(files: readonly Text[]): Policy[] {
  const known = new Map<string, Policy>();
  for (const policy of files.flatMap(readFile)) {
    const same = known.get(policy.id);
    if (same !== undefined)
      throw refused(policy, `The policy \`${policy.id}\` is there already, at ${placeOf(same)}.`);
    known.set(policy.id, policy);
  }
  return [...known.values()];
}

function readFile(content: Text): Policy[] {
  const [document] = parseYaml(content);
  const [broken] = document?.errors ?? [];
  if (broken !== undefined) throw refused(broken, broken.message);
  if (document?.root === undefined) throw new UsageError(`${content.file} has no \`policies:\`.`);
  const [wrong] = validateNode(document.root, validatePolicies);
  if (wrong !== undefined) throw refused(wrong, wrong.message);
  return items(at(document.root, "policies")).map(readPolicy);
}

function readPolicy(node: Node): Policy {
  const id = at(node, "id")!;
  const each = text(at(node, "each")) as SubjectKind;
  const assertion = at(node, "assert")!;
  return {
    text: id.text,
    span: id.span,
    id: text(id)!,
    severity: text(at(node, "severity")) as Severity,
    message: text(at(node, "message"))!,
    help: text(at(node, "help")),
    each,
    assertion: readExpression(each, assertion),
    written: text(assertion)!,
    except: items(at(node, "except")).map((item) => {
      const name = at(item, "name")!;
      return { text: name.text, span: name.span, name: text(name)!, reason: text(at(item, "reason"))! };
    }),
    examples: entries(at(node, "examples")).flatMap(({ key, value }) =>
      items(value).map((example) => ({
        text: example.text,
        span: example.span,
        isGood: key === "good",
        node: example,
      })),
    ),
  };
}

function readExpression(each: SubjectKind, node: Node): Expression {
  const inner = node.kind === "scalar" ? embeddedText(node) : undefined;
  const compiled = Expression.compile(each, text(node)!);
  if (compiled instanceof Expression) return compiled;
  const location = inner === undefined ? node : { text: inner, span: compiled.span };
  throw refused(location, compiled.message, true);
}

function placeOf({ text, span }: Location): string {
  const { file, start } = text.locate(span);
  return `${file}:${start.line}`;
}

/** The longest line that is shown with a caret. */
const maxShown = 200;

function refused(location: Location, message: string, withCaret = false): UsageError {
  const { file, start, end } = location.text.locate(location.span);
  const head = `${file}:${start.line}:${start.column}: ${message}`;
  const line = location.text.toFile(location.span).text.line(start.line);
  if (!withCaret || line.length > maxShown) return new UsageError(head);
  const width = Math.max(1, (end.line === start.line ? end.column : line.length + 1) - start.column);
  const indent = line.slice(0, start.column - 1).replace(/[^\t]/g, " ");
  return new UsageError(`${head}\n  ${line}\n  ${indent}${"^".repeat(width)}`);
}
