/**
 * Plugins of the Falco project and the event source that each brings; undefined for those that only extract
 * fields. From the plugins' registry.
 */
export const pluginSources: ReadonlyMap<string, string | undefined> = new Map([
  ["container", undefined],
  ["json", undefined],
  ["k8smeta", undefined],
  ["anomalydetection", undefined],
  ["krsi", undefined],
  ["k8saudit", "k8s_audit"],
  ["k8saudit-eks", "k8s_audit"],
  ["k8saudit-gke", "k8s_audit"],
  ["k8saudit-aks", "k8s_audit"],
  ["k8saudit-ovh", "k8s_audit"],
  ["cloudtrail", "aws_cloudtrail"],
  ["github", "github"],
  ["okta", "okta"],
  ["gcpaudit", "gcp_auditlog"],
  ["kafka", "kafka"],
  ["keycloak", "keycloak"],
  ["docker", "docker"],
  ["nomad", "nomad"],
  ["seccompagent", "seccompagent"],
  ["collector", "collector"],
  ["dummy", "dummy"],
  ["dummy_c", "dummy_c"],
  ["dummy_rs", "dummy_rs"],
]);

/** The source of the kernel's events, which needs a driver and no plugin. */
export const syscallSource = "syscall";
