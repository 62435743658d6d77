import type { Json } from "./json-path.ts";

type Fields = { readonly [key: string]: Json };

/**
 * An audit event with what every one has: its id, level and stage, the URI that follows from the object, and the answer
 * that the request gets if nothing else is written.
 */
export function completeRequest(written: Fields): Fields {
  const reference = mapping(written.objectRef);
  const verb = text(written.verb);
  const isCreated = verb === "create";
  const status = { code: isCreated ? 201 : 200, ...mapping(written.responseStatus) };
  const isForbidden = status.code === 403;
  return {
    kind: "Event",
    apiVersion: "audit.k8s.io/v1",
    auditID: "5b0d3c8e-6f0e-4a53-9a0e-2f6c3d7e1a90",
    level: written.requestObject === undefined ? "Metadata" : "RequestResponse",
    stage: "ResponseComplete",
    ...(written.objectRef !== undefined && { requestURI: uriOf(reference, verb) }),
    ...written,
    ...(written.objectRef !== undefined && { objectRef: { apiVersion: "v1", ...reference } }),
    responseStatus: status,
    annotations: {
      "authorization.k8s.io/decision": isForbidden ? "forbid" : "allow",
      "authorization.k8s.io/reason": "",
      ...mapping(written.annotations),
    },
  };
}

function uriOf(reference: Fields, verb: string): string {
  const group = text(reference.apiGroup);
  const version = text(reference.apiVersion) || "v1";
  const root = group === "" ? ["api", version] : ["apis", group, version];
  const isNamespace = reference.resource === "namespaces";
  const namespace = text(reference.namespace);
  const isNew = verb === "create" && text(reference.subresource) === "";
  const parts = [
    ...root,
    ...(namespace !== "" && !isNamespace ? ["namespaces", namespace] : []),
    text(reference.resource),
    isNew ? "" : text(reference.name),
    text(reference.subresource),
  ];
  return `/${parts.filter((part) => part !== "").join("/")}`;
}

function mapping(value: Json | undefined): Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
