import { at, items, type Location, type Node, type Project, text } from "../../project/index.ts";

/** How much of a request the API server records, from nothing to both bodies. */
export const auditLevels = ["None", "Metadata", "Request", "RequestResponse"] as const;
type AuditLevel = (typeof auditLevels)[number];

/** When the API server records: it sends one event for each stage that a request gets to. */
export const auditStages = ["RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"] as const;
export type AuditStage = (typeof auditStages)[number];

interface ResourcesOfGroup {
  /** Empty for the core group; `*` for all. */
  readonly group: string;
  /** Empty for all of the group. */
  readonly resources: readonly string[];
  readonly hasNames: boolean;
}

/** One rule of an audit policy; an empty list restricts nothing. */
export interface AuditRule {
  readonly level: AuditLevel;
  readonly location: Location;
  readonly users: readonly string[];
  readonly hasGroups: boolean;
  readonly verbs: readonly string[];
  readonly namespaces: readonly string[];
  readonly resources: readonly ResourcesOfGroup[];
  readonly hasUrls: boolean;
  readonly omitted: readonly string[];
}

/** The audit policy of an API server: the first rule that fits a request decides. */
export interface AuditPolicy {
  readonly rules: readonly AuditRule[];
  readonly location: Location;
  /** Stages that no event is sent for, whatever the rule. */
  readonly omitted: readonly string[];
}

const policiesOf = new WeakMap<Project, readonly (AuditPolicy | undefined)[]>();

/** The audit policies among the files, copies once. Undefined stands for one that the API server would not start with, or that has templates. */
export function auditPolicies(project: Project): readonly (AuditPolicy | undefined)[] {
  const policies = policiesOf.get(project) ?? distinct(readPolicies(project));
  policiesOf.set(project, policies);
  return policies;
}

/** The first of those that say the same. */
function distinct(policies: readonly (AuditPolicy | undefined)[]): (AuditPolicy | undefined)[] {
  const seen = new Set<string>();
  return policies.filter((policy) => {
    const content = JSON.stringify(policy ?? null, (key, value: unknown) =>
      key === "location" ? undefined : value,
    );
    return !seen.has(content) && seen.add(content);
  });
}

function readPolicies(project: Project): (AuditPolicy | undefined)[] {
  return project.sources
    .filter(({ kind }) => kind === "kubernetes")
    .flatMap(({ documents }) =>
      documents.flatMap(({ root, errors }) =>
        root !== undefined && isAuditPolicy(root) ? [errors.length > 0 ? undefined : readPolicy(root)] : [],
      ),
    );
}

/** Whether a document is an audit policy. */
export function isAuditPolicy(root: Node): boolean {
  return (
    text(at(root, "kind")) === "Policy" && text(at(root, "apiVersion"))?.startsWith("audit.k8s.io/") === true
  );
}

function readPolicy(root: Node): AuditPolicy | undefined {
  const omitted = texts(root, "omitStages");
  const rules = items(at(root, "rules")).map((node) => readRule(node, omitted));
  // The API server starts with no policy that is without rules or has an unknown level.
  return rules.length === 0 || rules.includes(undefined)
    ? undefined
    : { rules: rules as AuditRule[], location: at(root, "kind") ?? root, omitted };
}

function readRule(node: Node, omitted: readonly string[]): AuditRule | undefined {
  const location = at(node, "level");
  const level = text(location);
  if (location === undefined || !isLevel(level)) return undefined;
  return {
    level,
    location,
    users: texts(node, "users"),
    hasGroups: texts(node, "userGroups").length > 0,
    verbs: texts(node, "verbs"),
    namespaces: texts(node, "namespaces"),
    resources: items(at(node, "resources")).map((entry) => ({
      group: text(at(entry, "group")) ?? "",
      resources: texts(entry, "resources"),
      hasNames: texts(entry, "resourceNames").length > 0,
    })),
    hasUrls: texts(node, "nonResourceURLs").length > 0,
    omitted: [...omitted, ...texts(node, "omitStages")],
  };
}

function texts(node: Node, key: string): string[] {
  return items(at(node, key)).flatMap((item) => text(item) ?? []);
}

function isLevel(level: string | undefined): level is AuditLevel {
  return auditLevels.some((known) => known === level);
}

/** What is known of one attribute of a request: its value, or values that it does not have. */
export type Attribute = { readonly is: string } | { readonly not: ReadonlySet<string> };

/** Anything may be the value. */
export const anything: Attribute = { not: new Set() };

/** A request as far as it is known. */
export interface AuditedRequest {
  readonly verb: Attribute;
  readonly user: Attribute;
  readonly namespace: Attribute;
  /** Undefined for a request for a URL that is no resource's. */
  readonly resource: Attribute | undefined;
  /** An empty text for none. */
  readonly subresource: Attribute;
}

/** What the API server may record of a request, with the rule that says so; undefined where no rule fits. */
export interface Recording {
  readonly level: AuditLevel;
  readonly omitted: readonly string[];
  readonly rule: AuditRule | undefined;
}

type Answer = "yes" | "no" | "maybe";

/**
 * Every recording that the policy may come to for a request. Source of the order and of what matches: `policyRuleEvaluator` of
 * k8s.io/apiserver 0.37.
 */
export function recordingsOf(policy: AuditPolicy, request: AuditedRequest): Recording[] {
  const possible: Recording[] = [];
  for (const rule of policy.rules) {
    const answer = fits(rule, request);
    if (answer !== "no") possible.push({ level: rule.level, omitted: rule.omitted, rule });
    if (answer === "yes") return possible;
  }
  return [...possible, { level: "None", omitted: policy.omitted, rule: undefined }];
}

function fits(rule: AuditRule, request: AuditedRequest): Answer {
  return all([
    rule.users.length === 0 ? "yes" : isAmong(rule.users, request.user),
    rule.hasGroups ? "maybe" : "yes",
    rule.verbs.length === 0 ? "yes" : isAmong(rule.verbs, request.verb),
    fitsTarget(rule, request),
  ]);
}

function fitsTarget({ namespaces, resources, hasUrls }: AuditRule, request: AuditedRequest): Answer {
  if (namespaces.length > 0 || resources.length > 0) {
    const { resource } = request;
    if (resource === undefined) return "no";
    return all([
      namespaces.length === 0 ? "yes" : isAmong(namespaces, request.namespace),
      resources.length === 0
        ? "yes"
        : any(resources.map((entry) => fitsGroup(entry, resource, request.subresource))),
    ]);
  }
  if (!hasUrls) return "yes";
  return request.resource === undefined ? "maybe" : "no";
}

function fitsGroup(
  { group, resources, hasNames }: ResourcesOfGroup,
  resource: Attribute,
  subresource: Attribute,
): Answer {
  const known = "is" in resource ? groups.get(resource.is) : undefined;
  const inGroup: Answer =
    group === "*" ? "yes" : known === undefined ? "maybe" : known === group ? "yes" : "no";
  if (resources.length === 0) return inGroup;
  const named = any(resources.map((name) => fitsName(name, resource, subresource)));
  return all([inGroup, named, hasNames ? "maybe" : "yes"]);
}

/** Whether a name of a policy, as `pods`, `pods/log`, `pods/*`, `*\/log` or `*`, is that of the resource. */
function fitsName(name: string, resource: Attribute, subresource: Attribute): Answer {
  if (name === "*") return "yes";
  const [first = "", second = ""] = name.split("/");
  return all([
    first === "*" ? "yes" : isAmong([first], resource),
    second === "*" ? "yes" : isAmong([second], subresource),
  ]);
}

function isAmong(names: readonly string[], value: Attribute): Answer {
  if ("is" in value) return names.includes(value.is) ? "yes" : "no";
  return names.every((name) => value.not.has(name)) ? "no" : "maybe";
}

function all(answers: readonly Answer[]): Answer {
  if (answers.includes("no")) return "no";
  return answers.includes("maybe") ? "maybe" : "yes";
}

function any(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return answers.includes("maybe") ? "maybe" : "no";
}

/** Resources by API group, of those that no widespread extension has a resource of the same name beside. */
const resourcesByGroup: Readonly<Record<string, readonly string[]>> = {
  "": [
    "configmaps",
    "endpoints",
    "limitranges",
    "namespaces",
    "nodes",
    "persistentvolumeclaims",
    "persistentvolumes",
    "pods",
    "podtemplates",
    "replicationcontrollers",
    "resourcequotas",
    "secrets",
    "serviceaccounts",
  ],
  apps: ["controllerrevisions", "daemonsets", "deployments", "replicasets", "statefulsets"],
  batch: ["cronjobs", "jobs"],
  "rbac.authorization.k8s.io": ["clusterrolebindings", "clusterroles", "rolebindings", "roles"],
  "admissionregistration.k8s.io": ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
  "apiextensions.k8s.io": ["customresourcedefinitions"],
  "certificates.k8s.io": ["certificatesigningrequests"],
};

const groups: ReadonlyMap<string, string> = new Map(
  Object.entries(resourcesByGroup).flatMap(([group, names]) => names.map((name) => [name, group] as const)),
);

/** Resources of Kubernetes that have no subresources. */
export const withoutSubresources: ReadonlySet<string> = new Set([
  "clusterrolebindings",
  "clusterroles",
  "configmaps",
  "controllerrevisions",
  "endpoints",
  "limitranges",
  "mutatingwebhookconfigurations",
  "podtemplates",
  "rolebindings",
  "roles",
  "secrets",
  "validatingwebhookconfigurations",
]);
