import { RE2JS } from "re2js";
import { at, type Node, text } from "../../../project/index.ts";
import { groupOf, type Id, type Item, idsOf } from "./item.ts";

export type Selector = (item: Item) => boolean;

/** The one that a patch without a target is for: of that kind and name, now or before. */
export function sameAs(patch: Node): Selector {
  const kind = text(at(patch, "kind"));
  const name = text(at(patch, "metadata", "name"));
  const group = groupOf(text(at(patch, "apiVersion")) ?? "");
  const namespace = text(at(patch, "metadata", "namespace"));
  return (item) =>
    idsOf(item).some(
      (id) =>
        id.kind === kind &&
        id.name === name &&
        id.group === group &&
        (namespace === undefined || id.namespace === undefined || id.namespace === namespace),
    );
}

/** `target`, `select` and `reject`: regular expressions that take the whole value, and label selectors. */
export function selecting(target: Node): Selector {
  const wanted = (field: string) => wholeMatch(text(at(target, field)));
  const [group, version, kind] = [wanted("group"), wanted("version"), wanted("kind")];
  const [name, namespace] = [wanted("name"), wanted("namespace")];
  const labels = labelSelector(text(at(target, "labelSelector")));
  const annotations = labelSelector(text(at(target, "annotationSelector")));
  return (item) => {
    const { apiVersion, kind: own } = item.resource;
    return (
      kind(own) &&
      isAny(item, ({ name: had }) => name(had ?? "")) &&
      isAny(item, ({ namespace: had }) => namespace(had ?? "default")) &&
      group(groupOf(apiVersion)) &&
      version(apiVersion.slice(apiVersion.indexOf("/") + 1)) &&
      (labels === undefined || labels(item.metadata.labels)) &&
      (annotations === undefined || annotations(item.metadata.annotations))
    );
  };
}

function isAny({ resource, former }: Item, test: (id: Pick<Id, "name" | "namespace">) => boolean): boolean {
  return test(resource) || former.some(test);
}

/** A test for the whole of a value by a regular expression; without one, and for an empty one, all pass. */
export function wholeMatch(pattern: string | undefined): (value: string) => boolean {
  if (pattern === undefined || pattern === "") return () => true;
  // Most are plain names, and need no engine.
  if (/^[\w-]+$/.test(pattern)) return (value) => value === pattern;
  try {
    // No backtracking, as patterns are anybody's.
    const compiled = RE2JS.compile(pattern);
    const known = new Map<string, boolean>();
    return (value) => {
      const matches = known.get(value) ?? compiled.matches(value);
      known.set(value, matches);
      return matches;
    };
  } catch {
    return () => false;
  }
}

type LabelTest = (labels: ReadonlyMap<string, string>) => boolean;

/** `a=b`, `a!=b`, `a in (b, c)`, `a notin (b)`, `a` and `!a`, with commas. */
function labelSelector(selector: string | undefined): LabelTest | undefined {
  if (selector === undefined) return undefined;
  const tests = selector
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(requirement);
  return (labels) => tests.every((test) => test(labels));
}

function requirement(part: string): LabelTest {
  const [, key = "", not, list = ""] = /^(\S+)\s+(not)?in\s*\(([^)]*)\)$/.exec(part) ?? [];
  if (key !== "") {
    const values = list.split(",").map((value) => value.trim());
    return (labels) => {
      const actual = labels.get(key);
      return not === undefined
        ? actual !== undefined && values.includes(actual)
        : actual === undefined || !values.includes(actual);
    };
  }
  const [, left = "", operator, right] = /^([^=!\s]+)\s*(==?|!=)\s*(.*)$/s.exec(part) ?? [];
  if (operator === "!=") return (labels) => labels.get(left) !== right;
  if (operator !== undefined) return (labels) => labels.get(left) === right;
  return part.startsWith("!") ? (labels) => !labels.has(part.slice(1).trim()) : (labels) => labels.has(part);
}
