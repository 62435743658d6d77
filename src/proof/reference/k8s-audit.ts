import { EventFields, type FieldMap } from "./event-fields.ts";
import { along, asText, at, isList, type Json } from "./json-path.ts";

type Values = readonly (Json | undefined)[];

/** Fields with one value, by the way to it. */
const paths: Readonly<Record<string, readonly string[]>> = {
  "ka.auditid": ["auditID"],
  "ka.stage": ["stage"],
  "ka.auth.decision": ["annotations", "authorization.k8s.io/decision"],
  "ka.auth.reason": ["annotations", "authorization.k8s.io/reason"],
  "ka.auth.openshift.decision": ["annotations", "authentication.openshift.io/decision"],
  "ka.auth.openshift.username": ["annotations", "authentication.openshift.io/username"],
  "ka.validations.admission.policy.failure": [
    "annotations",
    "validation.policy.admission.k8s.io/validation_failure",
  ],
  "ka.security.pod.violations": ["annotations", "pod-security.kubernetes.io/audit-violations"],
  "ka.cluster.name": ["annotations", "cluster_name"],
  "ka.user.name": ["user", "username"],
  "ka.impuser.name": ["impersonatedUser", "username"],
  "ka.verb": ["verb"],
  "ka.uri": ["requestURI"],
  "ka.target.name": ["objectRef", "name"],
  "ka.target.namespace": ["objectRef", "namespace"],
  "ka.target.resource": ["objectRef", "resource"],
  "ka.target.subresource": ["objectRef", "subresource"],
  "ka.req.binding.role": ["requestObject", "roleRef", "name"],
  "ka.req.configmap.name": ["objectRef", "name"],
  "ka.req.configmap.obj": ["requestObject", "data"],
  "ka.req.pod.host_ipc": ["requestObject", "spec", "hostIPC"],
  "ka.req.pod.host_network": ["requestObject", "spec", "hostNetwork"],
  "ka.req.container.host_network": ["requestObject", "spec", "hostNetwork"],
  "ka.req.pod.host_pid": ["requestObject", "spec", "hostPID"],
  "ka.req.pod.run_as_user": ["requestObject", "spec", "securityContext", "runAsUser"],
  "ka.req.pod.run_as_group": ["requestObject", "spec", "securityContext", "runAsGroup"],
  "ka.req.pod.fs_group": ["requestObject", "spec", "securityContext", "fsGroup"],
  "ka.req.service.type": ["requestObject", "spec", "type"],
  "ka.resp.name": ["responseObject", "metadata", "name"],
  "ka.response.code": ["responseStatus", "code"],
  "ka.response.reason": ["responseStatus", "reason"],
  "ka.useragent": ["userAgent"],
};

/** Fields that are lists, by the way to the list. */
const listPaths: Readonly<Record<string, readonly string[]>> = {
  "ka.user.groups": ["user", "groups"],
  "ka.req.binding.subjects": ["requestObject", "subjects"],
  "ka.req.role.rules": ["requestObject", "rules"],
  "ka.req.pod.supplemental_groups": ["requestObject", "spec", "securityContext", "supplementalGroups"],
};

/** Fields with the values of all containers of a list, by the way from the container; a list there is one value. */
const containerPaths: Readonly<Record<string, readonly string[]>> = {
  name: ["name"],
  image: ["image"],
  privileged: ["securityContext", "privileged"],
  allow_privilege_escalation: ["securityContext", "allowPrivilegeEscalation"],
  read_only_fs: ["securityContext", "readOnlyRootFilesystem"],
  run_as_user: ["securityContext", "runAsUser"],
  run_as_group: ["securityContext", "runAsGroup"],
  proc_mount: ["securityContext", "procMount"],
  add_capabilities: ["securityContext", "capabilities", "add"],
};

const containerLists = ["containers", "initContainers", "ephemeralContainers"];

/** Not `sourceIPs`: the plugin looks for those among the rules of a role, and so never has a value for `ka.sourceips`. */
const ruleLists = ["apiGroups", "nonResourceURLs", "verbs", "resources"];

/**
 * The fields of a Kubernetes audit event, with the quirks of the k8saudit plugin: `ka.req.pod.*` know the pods of no
 * other workload, and `add_capabilities` has the list of a container as one text. Those of the json plugin are in
 * `jevt.value[/a/pointer]`. Source: k8saudit 0.18; a test holds them against what the plugin itself gives.
 */
export function auditFields(event: Json): FieldMap {
  const fields = new EventFields({ "evt.source": "k8s_audit", "evt.pluginname": "k8saudit" });
  addPointers(fields, event, "");
  if (at(event, ["auditID"]) === undefined) return fields.map;
  for (const [field, path] of Object.entries(paths)) addText(fields, field, at(event, path));
  for (const [field, path] of Object.entries(listPaths)) {
    const list = at(event, path);
    if (isList(list)) addList(fields, field, list.map(asText));
  }
  addUri(fields, event);
  addPodName(fields, event);
  addSubjects(fields, event);
  for (const list of ruleLists) addRules(fields, event, list);
  for (const list of containerLists) addContainers(fields, event, list);
  addFirstContainer(fields, event);
  addVolumes(fields, event);
  const ports = at(event, ["requestObject", "spec", "ports"]);
  // All ports are one value, whichever the index asks for.
  if (ports !== undefined) addIndexed(fields, "ka.req.service.ports", ports, () => [asText(ports)]);
  return fields.map;
}

function addPointers(fields: EventFields, value: Json, pointer: string): void {
  if (pointer !== "") fields.add(`jevt.value[${pointer}]`, asText(value));
  if (value === null || typeof value !== "object") return;
  for (const [key, child] of Object.entries(value)) {
    addPointers(fields, child as Json, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

function addText(fields: EventFields, name: string, value: Json | undefined): void {
  if (value !== undefined) fields.add(name, asText(value));
}

/** A list without items is a field without a value. */
function addList(fields: EventFields, name: string, values: readonly string[] | undefined): void {
  if (values !== undefined && values.length > 0) fields.add(name, values);
}

function texts(values: Values | undefined): readonly string[] | undefined {
  return values?.filter((value) => value !== undefined).map(asText);
}

function addUri(fields: EventFields, event: Json): void {
  const uri = at(event, ["requestURI"]);
  if (typeof uri !== "string" || !uri.includes("?")) return;
  for (const [name, value] of new URLSearchParams(uri.slice(uri.indexOf("?") + 1))) {
    fields.add(`ka.uri.param[${name}]`, value);
  }
}

function addPodName(fields: EventFields, event: Json): void {
  if (at(event, ["objectRef", "resource"]) !== "pods") return;
  const isWhole = (at(event, ["objectRef", "subresource"]) ?? "") === "";
  if (isWhole) addText(fields, "ka.target.pod.name", at(event, ["responseObject", "metadata", "name"]));
}

function addSubjects(fields: EventFields, event: Json): void {
  const subjects = at(event, ["requestObject", "subjects"]);
  if (!isList(subjects)) return;
  const named = (kind: string): readonly Json[] =>
    subjects.filter((subject) => at(subject, ["kind"]) === kind && at(subject, ["name"]) !== undefined);
  const nameOf = (subject: Json): string => asText(at(subject, ["name"]) ?? "");
  const accounts = named("ServiceAccount");
  const prefix = "ka.req.binding.subjects";
  addList(fields, `${prefix}.user_names`, named("User").map(nameOf));
  addList(fields, `${prefix}.group_names`, named("Group").map(nameOf));
  addList(fields, `${prefix}.serviceaccount_names`, accounts.map(nameOf));
  addList(
    fields,
    `${prefix}.serviceaccount_ns_names`,
    accounts.flatMap((account) => {
      const namespace = at(account, ["namespace"]);
      return namespace === undefined ? [] : [`${asText(namespace)}:${nameOf(account)}`];
    }),
  );
}

function addRules(fields: EventFields, event: Json, list: string): void {
  const rules = at(event, ["requestObject", "rules"]);
  addIndexed(fields, `ka.req.role.rules.${list}`, rules, (index) =>
    along(event, ["requestObject", "rules", list], index)
      ?.filter(isList)
      .flatMap((values) => values.map(asText)),
  );
}

/** A field for all items of a list, and one for each of them with its index in brackets. */
function addIndexed(
  fields: EventFields,
  name: string,
  list: Json | undefined,
  read: (index: number | undefined) => readonly string[] | undefined,
): void {
  if (!isList(list)) return;
  addList(fields, name, read(undefined));
  for (const index of list.keys()) addList(fields, `${name}[${index}]`, read(index));
}

function addContainers(fields: EventFields, event: Json, list: string): void {
  const whole = ["requestObject", "spec", list];
  const containers = at(event, whole);
  if (containers === undefined) return;
  const add = (name: string, read: (index: number | undefined) => readonly string[] | undefined): void =>
    addIndexed(fields, `ka.req.pod.${list}.${name}`, containers, read);
  for (const [name, path] of Object.entries(containerPaths)) {
    add(name, (index) => texts(along(event, [...whole, ...path], index)));
  }
  add("image.repository", (index) => texts(along(event, [...whole, "image"], index))?.map(repositoryOf));
  for (const name of ["command", "args"]) add(name, (index) => words(along(event, [...whole, name], index)));
  // The plugin has no such field for ephemeral containers.
  if (list !== "ephemeralContainers") {
    add("host_port", (index) => hostPorts(along(event, [...whole, "ports"], index)));
  }
  for (const [name, key] of [
    ["eff_run_as_user", "runAsUser"],
    ["eff_run_as_group", "runAsGroup"],
  ] as const) {
    // As the plugin has it: the keys beside the containers and in them, not those of a security context.
    const ofPod = asText(at(event, ["requestObject", "spec", key]) ?? "0");
    add(name, (index) =>
      along(event, [...whole, key], index)?.map((value) => (value === undefined ? ofPod : asText(value))),
    );
  }
}

function repositoryOf(image: string): string {
  return image.split(":")[0]!.split("@")[0]!;
}

function words(values: Values | undefined): readonly string[] | undefined {
  return values?.filter(isList).map((list) => list.map(asText).join(" "));
}

function hostPorts(values: Values | undefined): readonly string[] | undefined {
  return values?.filter(isList).flatMap((ports) =>
    ports.flatMap((port) => {
      const number = at(port, ["hostPort"]) ?? at(port, ["containerPort"]);
      return number === undefined ? [] : [asText(number)];
    }),
  );
}

function addFirstContainer(fields: EventFields, event: Json): void {
  const containers = ["requestObject", "spec", "containers"];
  const image = along(event, [...containers, "image"], 0)?.[0];
  if (image !== undefined) {
    fields.add("ka.req.container.image", asText(image));
    fields.add("ka.req.container.image.repository", repositoryOf(asText(image)));
  }
  const privileged = along(event, [...containers, "securityContext", "privileged"], undefined);
  if (privileged !== undefined) fields.add("ka.req.container.privileged", String(privileged.includes(true)));
}

function addVolumes(fields: EventFields, event: Json): void {
  const whole = ["requestObject", "spec", "volumes"];
  const volumes = at(event, whole);
  if (!isList(volumes)) return;
  for (const [name, path] of [
    ["ka.req.pod.volumes.hostpath", ["hostPath", "path"]],
    ["ka.req.pod.volumes.flexvolume_driver", ["flexVolume", "driver"]],
  ] as const) {
    addIndexed(fields, name, volumes, (index) => texts(along(event, [...whole, ...path], index)));
  }
  addIndexed(fields, "ka.req.pod.volumes.volume_type", volumes, (index) =>
    (index === undefined ? volumes : [volumes[index]!]).flatMap((volume) =>
      Object.keys(volume as object).filter((key) => key !== "name"),
    ),
  );
  for (const path of texts(along(event, [...whole, "hostPath", "path"], undefined)) ?? []) {
    fields.add(`ka.req.volume.hostpath[${path}]`, "true");
  }
}
