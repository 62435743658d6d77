/**
 * Alerts leave the cluster, or Falco's namespace, over plain HTTP.
 *
 * ## Why
 *
 * Alerts name users, commands, files and addresses. On the way they can be read, and changed or dropped by
 * anyone who does not want to be seen.
 *
 * ## Instead
 *
 * Use HTTPS, with the certificate of the authority in `ca_cert`.
 */

import { parseAddress } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const privateAddress = /^(?:10|127|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.[\d.]+$/;

const rule: LintRule = {
  id: "stack/http-plain",
  severity: "warning",
  confidence: "high",
  summary: "Alerts leave the namespace over plain HTTP",
  fixable: false,
  *check({ stacks }) {
    for (const { channels, namespace, kind } of stacks) {
      const target = channels.find(({ name }) => name === "http")?.target;
      const address = target === undefined ? undefined : parseAddress(target.text);
      if (target === undefined || address === undefined || address.tls) continue;
      const { host } = address;
      // The gateway of a network of containers is the machine itself.
      if (kind === "compose" && host.kind === "external" && privateAddress.test(host.host)) continue;
      const leavesCluster = host.kind === "external";
      const leavesNamespace =
        host.kind === "service" &&
        host.namespace !== undefined &&
        namespace !== undefined &&
        host.namespace !== namespace;
      if (!leavesCluster && !leavesNamespace) continue;
      yield {
        at: target.location,
        severity: leavesCluster ? "warning" : "notice",
        message: leavesCluster
          ? "Alerts leave the cluster over plain HTTP: anybody on the way can read and change them."
          : `Alerts go to namespace ${host.kind === "service" ? host.namespace : ""} over plain HTTP.`,
        help: "Use https and state the authority in http_output.ca_cert, or keep the receiver in Falco's namespace behind a network policy.",
      };
    }
  },
};

export default rule;
