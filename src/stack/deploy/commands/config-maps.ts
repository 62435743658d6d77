import path from "node:path";
import type { Resource } from "../../../kubernetes/index.ts";
import {
  emptyMap,
  MapEditor,
  type MapNode,
  nodeAt,
  type Project,
  type Source,
  wholeText,
  withEntry,
} from "../../../project/index.ts";
import { NamedFiles } from "./files.ts";
import { argumentsOf } from "./options.ts";
import { scriptsOf } from "./scripts.ts";
import { commandsIn, isOpen, type Word } from "./words.ts";

const start = /\bkubectl[ \t][^\n]{0,200}?\bcreate[ \t]+(?:configmap|cm)\b/g;
const valued = new Map([
  ["--from-file", "file"],
  ["-n", "namespace"],
  ["--namespace", "namespace"],
  ["--from-literal", "literal"],
  ["--from-env-file", "literal"],
  ["-o", "other"],
  ["--output", "other"],
  ["--context", "other"],
  ["--kubeconfig", "other"],
]);

/** The ConfigMaps that scripts make of files of the repository by `kubectl create configmap`. */
export function commandedConfigMaps(project: Project): Resource[] {
  const files = new NamedFiles(project);
  return scriptsOf(project).flatMap((script) =>
    commandsIn(script.text, start).flatMap((words) => configMapOf(words, script, files) ?? []),
  );
}

function configMapOf(words: readonly Word[], script: Source, files: NamedFiles): Resource | undefined {
  const { positional, options } = argumentsOf(words, valued);
  const name = positional[positional.findIndex(({ value }) => value === "configmap" || value === "cm") + 1];
  const named = options.get("file") ?? [];
  if (name === undefined || isOpen(name.value) || named.length === 0 || options.has("literal"))
    return undefined;
  const data = new MapEditor(emptyMap(name));
  for (const { value } of named) {
    const [first = "", second] = value.split("=", 2);
    const source = files.find(second ?? first, script.file);
    // With something in it that is not known it is as if it were made by other means.
    if (source === undefined) return undefined;
    data.set(second === undefined ? path.posix.basename(first) : first, wholeText(source.text));
  }
  const namespace = options.get("namespace")?.at(-1)?.value;
  const head = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: name.value } };
  return {
    ...name,
    source: script,
    apiVersion: head.apiVersion,
    kind: head.kind,
    name: name.value,
    namespace: namespace === undefined || isOpen(namespace) ? undefined : namespace,
    root: withEntry(nodeAt(head, name) as MapNode, "data", data.done()),
  };
}
