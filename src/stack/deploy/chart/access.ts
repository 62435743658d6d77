import type { Resource } from "../../../kubernetes/index.ts";
import type { Builder } from "./builder.ts";

/** A Role of that name, bound to a service account. */
export function roleOf(
  build: Builder,
  name: string,
  namespace: string | undefined,
  account: string,
  rules: readonly object[],
): Resource[] {
  const own = { name, namespace };
  const apiVersion = "rbac.authorization.k8s.io/v1";
  return [
    build.resource(apiVersion, "Role", own, { rules: build.node(rules) }),
    build.resource(apiVersion, "RoleBinding", own, {
      roleRef: build.node({ kind: "Role", name, apiGroup: "rbac.authorization.k8s.io" }),
      subjects: build.node([{ kind: "ServiceAccount", name: account, ...(namespace && { namespace }) }]),
    }),
  ];
}
