import path from "node:path";

/** What a file (or a text embedded in one) is, by its content. */
export type SourceKind =
  | "falco-rules"
  | "falco-config"
  | "kubernetes"
  | "kustomization"
  | "helm-chart"
  | "helm-values"
  | "helm-template"
  | "docker-compose"
  | "matrix"
  | "framework"
  | "rule-tests"
  | "config"
  | "markdown"
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

/** Top-level keys that only falco.yaml has. */
const falcoConfigKeys =
  /^(?:rules_files?|json_output|json_include_output_property|http_output|syscall_event_drops|syscall_buf_size_preset|stdout_output|base_syscalls|load_plugins|output_timeout|watch_config_files|falco_libs|time_format_iso_8601|buffered_outputs|config_files|program_output)\s*:/m;

const rulesItem =
  /^\s*-\s+["']?(?:rule|macro|list|required_engine_version|required_plugin_versions)["']?\s*:/m;
/** Lines that only a template engine can read: control lines, and values that are not quoted. */
const templateLine =
  /^\s*(?:-\s+)?\{\{-?\s*(?:if|else|end|include|range|with|define|template|toYaml|tpl|\$|\/\*|\.)|^\s*(?:-\s+)?[\w.-]+:\s+\{\{-?\s/m;
const kubernetesKeys = /^(?:\s*-?\s*|\s*\{\s*)["']?apiVersion["']?\s*:/m;
const kindKey = /^(?:\s*-?\s*|.*,\s*)["']?kind["']?\s*:/m;
const valuesKeys =
  /^(?:driver|falco|falcoctl|falcosidekick|customRules|collectors|controller|k8s-metacollector|metrics|gvisor|ebpf|fakeEventGenerator|auditLog):/gm;
const onlyFalcoValues = /^(?:falcoctl|falcosidekick|customRules|falco):/m;

/**
 * Tells what a text is from its content; the name helps only where a tool goes by the name itself.
 * A cheap look at the text, so that files of no interest are never parsed.
 */
export function classify(file: string, content: string): SourceKind {
  const name = path.posix.basename(file).toLowerCase();
  if (/\.(?:md|markdown)$/.test(name)) return "markdown";
  if (configNames.includes(file) || configNames.includes(name)) return "config";
  if (name.endsWith(".json")) return classifyJson(content);
  if (templateLine.test(content)) return "helm-template";
  if (/^kustomization\.ya?ml$/.test(name) || /^kind:\s*(?:Kustomization|Component)\s*$/m.test(content)) {
    if (
      /^apiVersion:\s*["']?kustomize\.config\.k8s\.io\//m.test(content) ||
      name.startsWith("kustomization")
    ) {
      return "kustomization";
    }
  }
  if (name === "chart.yaml") return "helm-chart";
  if (kubernetesKeys.test(content) && kindKey.test(content)) return "kubernetes";
  const values = new Set(content.match(valuesKeys));
  // Before the rules, as values may hold rules of their own.
  if (values.size >= 2 || (values.size === 1 && /values/.test(name) && onlyFalcoValues.test(content)))
    return "helm-values";
  // Falco Talon has rules of its own kind, which name actions.
  if (rulesItem.test(content) && /^\s+actions\s*:/m.test(content) && /^\s+match\s*:/m.test(content))
    return "other";
  if (rulesItem.test(content) && !/^tests\s*:/m.test(content)) return "falco-rules";
  if (/^framework\s*:/m.test(content) && /^controls\s*:/m.test(content)) return "framework";
  if (/^controls\s*:/m.test(content) && /^frameworks\s*:/m.test(content)) return "matrix";
  if (/^tests\s*:/m.test(content) && /^\s*(?:-\s+)?rule\s*:/m.test(content)) return "rule-tests";
  if (/^groups\s*:/m.test(content) && /^\s+(?:-\s+)?(?:alert|record)\s*:/m.test(content))
    return "prometheus-rules";
  if (/^services\s*:/m.test(content) && /^\s+image\s*:|^\s+build\s*:/m.test(content)) return "docker-compose";
  if (falcoConfigKeys.test(content)) return "falco-config";
  return "other";
}

function classifyJson(content: string): SourceKind {
  if (/"apiVersion"\s*:/.test(content) && /"kind"\s*:/.test(content)) return "kubernetes";
  if (/"panels"\s*:/.test(content) && /"schemaVersion"\s*:/.test(content)) return "grafana-dashboard";
  return "other";
}
