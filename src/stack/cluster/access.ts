import path from "node:path";
import type { Resource } from "../../kubernetes/index.ts";
import { at, items, text } from "../../project/index.ts";
import type { Manifests } from "./manifests.ts";
import type { Workload } from "./workload.ts";

/** The account of pods that name none, whose grants in other folders are meant for other pods. */
const everyPods = "default";

/** Name of the service account that a pod runs as. */
export function serviceAccountOf({ pod }: Workload): string {
  return pod.serviceAccountName?.value ?? everyPods;
}

/** The Roles and ClusterRoles among the manifests that are bound to a pod's service account. */
export function rolesOf(
  manifests: Manifests,
  workload: Workload,
): { readonly bound: boolean; readonly roles: Resource[] } {
  const account = serviceAccountOf(workload);
  const { namespace } = workload.resource;
  const roles: Resource[] = [];
  let bound = false;
  for (const binding of manifests.resources) {
    if (binding.kind !== "RoleBinding" && binding.kind !== "ClusterRoleBinding") continue;
    const subject = items(at(binding.root, "subjects")).some(
      (node) =>
        text(at(node, "kind")) === "ServiceAccount" &&
        text(at(node, "name")) === account &&
        (text(at(node, "namespace")) ?? binding.namespace ?? namespace) ===
          (namespace ?? text(at(node, "namespace"))),
    );
    if (!subject) continue;
    bound = true;
    const isTogether = manifests.name !== "" || inOneFolder(binding, workload.resource);
    if (account === everyPods && !isTogether) continue;
    const kind = text(at(binding.root, "roleRef", "kind")) ?? "";
    const name = text(at(binding.root, "roleRef", "name")) ?? "";
    const role = manifests.find(kind, name, {
      namespace: kind === "Role" ? binding.namespace : undefined,
      near: binding,
    });
    if (role !== undefined) roles.push(role);
  }
  return { bound, roles };
}

/** Whether one of two files is in the folder of the other, or below it. */
function inOneFolder(a: Resource, b: Resource): boolean {
  const [one, other] = [a, b].map(({ source }) => `${path.posix.dirname(source.file)}/`.replace(/^\.\//, ""));
  return one!.startsWith(other!) || other!.startsWith(one!);
}
