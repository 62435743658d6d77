import path from "node:path";
import { outlineOf } from "./outline.ts";

/** What a file (or a text embedded in one) is, by its content. */
export type SourceKind =
  | "falco-rules"
  | "falco-config"
  | "kubernetes"
  | "kustomization"
  | "helm-chart"
  | "helm-chart-lock"
  | "helmfile"
  | "helmfile-template"
  | "helm-values"
  | "helm-template"
  | "docker-compose"
  | "matrix"
  | "framework"
  | "rule-tests"
  | "signal"
  | "config"
  | "markdown"
  | "script"
  | "grafana-dashboard"
  | "prometheus-rules"
  | "other";

/** Names under which the project's own configuration is found, the first that exists being used. */
export const configNames = [
  "falcoverage.yaml",
  "falcoverage.yml",
  ".falcoverage.yaml",
  ".falcoverage.yml",
  ".github/falcoverage.yaml",
  ".github/falcoverage.yml",
];

/** Where Helm writes which versions it took of the charts that a chart depends on: today, and in its second version. */
export const chartLocks: ReadonlySet<string> = new Set(["Chart.lock", "requirements.lock"]);

/** Top-level keys that only falco.yaml has. */
const falcoConfigKeys = [
  "rules_file",
  "rules_files",
  "json_output",
  "json_include_output_property",
  "http_output",
  "syscall_event_drops",
  "syscall_buf_size_preset",
  "stdout_output",
  "base_syscalls",
  "load_plugins",
  "output_timeout",
  "watch_config_files",
  "falco_libs",
  "time_format_iso_8601",
  "buffered_outputs",
  "config_files",
  "program_output",
];
/** Keys of the configuration of Falco Talon, which has `rules_files` too. */
const talonConfigKeys = ["watch_rules", "default_notifiers", "notifiers", "listen_port"];
/** A key that the items of a rules file have, and one of those that say that they are Falco's. */
const ruleKeys = ["rule", "macro", "list"];
const falcoRuleKeys = [
  "condition",
  "output",
  "desc",
  "priority",
  "items",
  "enabled",
  "append",
  "override",
  "exceptions",
  "source",
];
const requirementKeys = ["required_engine_version", "required_plugin_versions"];
/** What the items of rules in a map have, which Falco refuses: it wants the list itself. */
const wrappedRuleLines = [
  /^[ \t]*-[ \t]+rule[ \t]*:/m,
  /^[ \t]+condition[ \t]*:/m,
  /^[ \t]+(?:output|priority)[ \t]*:/m,
];
/** Lines that only a template engine can read: control lines, and values that are not quoted, or quoted twice. */
const templateLines = [
  /^\s*(?:-\s+)*\{\{-?\s*(?:if|else|end|include|range|with|define|template|toYaml|tpl|\$(?!labels|value|externalLabels)|\/\*|\.)/m,
  /^\s*(?:-\s+)*(?:[^\s"'#:]+|"[^"\n]*"|'[^'\n]*'):\s+(?:\[(?:[^"'\n\]]*[\s,.-])?)?\{\{/m,
  /^\s*(?:-\s+)*(?:[^\s"'#:]+:\s+)?"[^"{\n]*\{\{[^"}\\\n]*"/m,
  /^\s*(?:-\s+)+\{\{/m,
  /^\s*\{%/m,
];
/** What the templates of a Helm chart ask for, in block scalars too. */
const helmExpression =
  /\{\{-?[\s(]*(?:(?:(?:quote|if|with|range|toYaml|index)[\s(]+)?[$]?\.(?:Values|Release|Chart|Files|Capabilities)\b|include\b|template\b|tpl\b|define\b|end\b)/;
/** Comments that ytt takes for code. */
const yttLine = /^[ \t]*#@[ \t]*(?:if|for|end|def|data|overlay|ytt|load|yaml)?[\s/:(]/m;
/** Lines that Terraform's `templatefile` takes for code. */
const terraformLine = /^[ \t]*%\{~?[ \t]*(?:if|for|else|endif|endfor)\b/m;
const apiVersionLine = /^[ \t]*(?:-[ \t]+)?["']?apiVersion["']?\s*:/m;
const kindLine = /^[ \t]*(?:-[ \t]+)?["']?kind["']?\s*:/m;
/** Keys of the values of the Falco chart, and those of them that other charts hardly have. */
const valuesKeys = [
  "driver",
  "falco",
  "falcoctl",
  "falcosidekick",
  "customRules",
  "collectors",
  "controller",
  "k8s-metacollector",
  "metrics",
  "gvisor",
  "ebpf",
  "fakeEventGenerator",
  "auditLog",
];
const falcoValuesKeys = ["falcoctl", "falcosidekick", "falco", "fakeEventGenerator"];
const driverKind =
  /^driver:\s*\n(?:[ \t].*\n)*?[ \t]+kind:\s*["']?(?:auto|kmod|module|ebpf|modern[-_]e?bpf|gvisor)\b/m;
/** Charts other than Falco's whose values name it too. */
const otherChart =
  /^image:[ \t]*\n(?:[ \t].*\n)*?[ \t]+repository:[ \t]*["']?\S*(?:falco-exporter|falcosidekick|event-generator|falco-talon)\b/m;
/** A key at the root with the lines below it, and how far the first of them is indented. */
const block = /^[\w-]+:[ \t]*\n((?:([ \t]+).*\n?)(?:[ \t].*(?:\n|$))*)/gm;
/** Rules by the name of their file. */
const customRules = /^["']?customRules["']?:[ \t]*\n[ \t]+(?:\S+\.ya?ml["']?:|[^\n:]+:[ \t]*[|>])/m;
/** Keys of the tests of the event generator. */
const generatorKeys = /^\s+(?:-\s+)?(?:runner|steps|expectedOutcome|expectedOutput)\s*:/m;

/** Whether a file may hold commands that deploy something: of a shell, of make or just, of Jenkins; or Terraform. */
export function isScript(file: string): boolean {
  return (
    /\.(?:sh|bash|mk|tf|tofu)$/i.test(file) ||
    /^(?:makefile|gnumakefile|justfile|jenkinsfile)$/i.test(path.posix.basename(file))
  );
}

/**
 * Tells what a text is from its content; the name helps only where a tool goes by the name itself.
 * A cheap look at the text, so that files of no interest are never parsed.
 */
export function classify(file: string, content: string): SourceKind {
  const name = path.posix.basename(file).toLowerCase();
  if (/\.(?:md|markdown)$/.test(name)) return "markdown";
  if (isScript(file)) return "script";
  if (configNames.includes(file) || configNames.includes(name)) return "config";
  if (name.endsWith(".json") || /^\s*\{(?![{%])/.test(content)) return classifyFlow(content);
  const { structure, documents } = outlineOf(content);
  if (isTemplate(file, content, structure)) return kindOfTemplate(file, content);
  const keys = new Set(documents.flatMap((document) => [...document.keys]));
  if (isKustomization(name, structure, keys)) return "kustomization";
  // Helm knows it by this name alone.
  if (path.posix.basename(file) === "Chart.yaml") return "helm-chart";
  if (chartLocks.has(path.posix.basename(file))) return "helm-chart-lock";
  if (documents.some((document) => document.keys.has("apiVersion") && document.keys.has("kind")))
    return "kubernetes";
  if (isFalcoValues(file, structure, keys)) return "helm-values";
  if (documents.some(({ itemKeys }) => isFalcoRules(itemKeys))) return "falco-rules";
  return classifyKeys(structure, keys);
}

/** What a file of one map is by the keys at its root. */
function classifyKeys(structure: string, keys: ReadonlySet<string>): SourceKind {
  if (keys.has("framework") && keys.has("controls")) return "framework";
  if (isWrappedRules(structure, keys)) return "falco-rules";
  // Scanners of manifests list frameworks and controls too.
  if (keys.has("controls") && keys.has("frameworks") && !holdsList(structure, "controls")) return "matrix";
  if (keys.has("signal") && (keys.has("attacks") || keys.has("everyday"))) return "signal";
  if (keys.has("tests") && /^\s*(?:-\s+)?rule\s*:/m.test(structure) && !generatorKeys.test(structure))
    return "rule-tests";
  if (keys.has("groups") && /^\s+(?:-\s+)?(?:alert|record)\s*:/m.test(structure)) return "prometheus-rules";
  if (keys.has("releases") && /^\s+(?:-\s+)?chart\s*:/m.test(structure)) return "helmfile";
  if (keys.has("services") && /^\s+(?:image|build)\s*:/m.test(structure)) return "docker-compose";
  return isFalcoConfig(structure, keys) ? "falco-config" : "other";
}

function isWrappedRules(structure: string, keys: ReadonlySet<string>): boolean {
  return keys.size === 1 && keys.has("rules") && wrappedRuleLines.every((line) => line.test(structure));
}

function isFalcoConfig(structure: string, keys: ReadonlySet<string>): boolean {
  if (talonConfigKeys.some((key) => keys.has(key)) || isProse(structure)) return false;
  // Others have lists of their files of that name too.
  return falcoConfigKeys.some((key) => key !== "config_files" && keys.has(key));
}

/** Whether most lines at the root are neither keys nor items: notes in which settings are cited. */
function isProse(structure: string): boolean {
  const lines = structure.split("\n").filter((line) => /^[^\s\-{}[\]]/.test(line));
  return lines.filter((line) => !/^[^\s:]+\s*:(?:\s|$)/.test(line)).length * 2 > lines.length;
}

/** JSON, or YAML that is written as JSON is. */
function classifyFlow(content: string): SourceKind {
  if (hasTextsAtRoot(content, "apiVersion", "kind")) return "kubernetes";
  if (/"panels"\s*:/.test(content) && /"schemaVersion"\s*:/.test(content)) return "grafana-dashboard";
  return "other";
}

/** Whether the map that is written as JSON has a text under each key, at its own level, not in a nested map. */
function hasTextsAtRoot(content: string, ...keys: readonly string[]): boolean {
  const missing = new Set(keys);
  const tokens = /"([^"\\]*(?:\\.[^"\\]*)*)"?|([{[])|([}\]])|([A-Za-z]+)/g;
  const text = /\s*:\s*["']?[A-Za-z]/y;
  let depth = 0;
  for (let token = tokens.exec(content); token !== null && missing.size > 0; token = tokens.exec(content)) {
    const [, quoted, opening, closing, bare] = token;
    if (opening !== undefined) depth++;
    else if (closing !== undefined) depth--;
    else if (depth === 1) {
      text.lastIndex = tokens.lastIndex;
      if (text.test(content)) missing.delete(quoted ?? bare ?? "");
    }
  }
  return missing.size === 0;
}

function isTemplate(file: string, content: string, structure: string): boolean {
  if (yttLine.test(content) || terraformLine.test(content)) return true;
  if (!content.includes("{{") && !content.includes("{%")) return false;
  if (/(?:^|\/)templates\//.test(file) && helmExpression.test(content)) return true;
  return templateLines.some((line) => line.test(structure));
}

function kindOfTemplate(file: string, content: string): SourceKind {
  // helm-docs makes the README of a chart of these.
  if (/(?:^|\/)(?:readme[^/]*|_[^/]*|[^/]*\.md)\.gotmpl$/i.test(file)) return "other";
  if (isOfHelmfile(file, content)) return /falco/i.test(content) ? "helmfile-template" : "other";
  return isOfInterest(content) ? "helm-template" : "other";
}

/** Whether a template is a helmfile, or values that a helmfile names: only helmfile reads files of that ending. */
function isOfHelmfile(file: string, content: string): boolean {
  if (file.endsWith(".gotmpl") || /(?:^|\/)helmfile\.d\/[^/]+$/.test(file)) return true;
  if (/^helmfile\b[\w.-]*\.ya?ml$/.test(path.posix.basename(file))) return true;
  return /^releases:/m.test(content) && /^\s+(?:-\s+)?chart:/m.test(content);
}

/** Templates of anything else are of no more interest than any other file. */
function isOfInterest(content: string): boolean {
  return (apiVersionLine.test(content) && kindLine.test(content)) || /falco/i.test(content);
}

function isKustomization(name: string, structure: string, keys: ReadonlySet<string>): boolean {
  if (/^kustomization\.ya?ml$/.test(name)) return true;
  return (
    keys.has("kind") &&
    /^apiVersion:\s*["']?kustomize\.config\.k8s\.io\//m.test(structure) &&
    /^kind:\s*["']?(?:Kustomization|Component)\b/m.test(structure)
  );
}

function isFalcoRules(keys: ReadonlySet<string>): boolean {
  if (requirementKeys.some((key) => keys.has(key))) return true;
  return ruleKeys.some((key) => keys.has(key)) && falcoRuleKeys.some((key) => keys.has(key));
}

/** Whether a key at the root has a list, as in the filters of CI on paths. None of the chart's keys has one. */
function holdsList(structure: string, key: string): boolean {
  return new RegExp(`^["']?${key}["']?:[ \\t]*\\n[ \\t]*-[ \\t]`, "m").test(structure);
}

/** Whether these are values of a chart that has Falco's as a dependency under another name: its keys stand one level down. */
function hasNestedValues(structure: string): boolean {
  return [...structure.matchAll(block)].some(([, lines = "", indent = ""]) =>
    new RegExp(`^${indent}(?:falcosidekick|falcoctl|customRules):[ \\t]*(?:\\{.*)?$`, "m").test(lines),
  );
}

/** Values of the chart may hold nothing but rules, as they can be spread over several files. */
function isFalcoValues(file: string, structure: string, keys: ReadonlySet<string>): boolean {
  if (customRules.test(structure)) return true;
  if (otherChart.test(structure)) return false;
  const own = valuesKeys.filter((key) => keys.has(key) && !holdsList(structure, key));
  const named = falcoValuesKeys.some((key) => own.includes(key));
  const known = own.length;
  if (named && known >= 2) return true;
  if (/^values/i.test(path.posix.basename(file)) && hasNestedValues(structure)) return true;
  if (/values/i.test(path.posix.basename(file)) && named) return true;
  return driverKind.test(structure) || (known >= 2 && /falco/i.test(file));
}
