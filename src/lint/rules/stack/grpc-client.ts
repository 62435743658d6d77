/**
 * falco-exporter runs beside a Falco that no longer has the gRPC output.
 *
 * ## Why
 *
 * Falco 0.44 took gRPC out. The exporter connects to nothing, and its metrics stay at zero, which looks like
 * a quiet cluster.
 *
 * ## Instead
 *
 * Use Falco's own metrics: `metrics.enabled` and `webserver.prometheus_metrics_enabled`.
 */

import { deploymentFeatures } from "../../../falco/index.ts";
import { imageName, knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/grpc-client",
  severity: "warning",
  confidence: "high",
  summary: "falco-exporter reads Falco's gRPC output, which this version no longer has",
  fixable: false,
  *check({ stacks }) {
    for (const { manifests, falcoVersion, namespace } of stacks) {
      const version = knownValue(falcoVersion);
      if (version === undefined || deploymentFeatures(version).grpcOutput) continue;
      for (const { pod, resource } of manifests.workloads) {
        if (resource.namespace !== undefined && namespace !== undefined && resource.namespace !== namespace)
          continue;
        for (const { image } of pod.containers) {
          if (image === undefined || imageName(image) !== "falco-exporter") continue;
          yield {
            at: image.location,
            message: `Falco ${version} has no gRPC output, so falco-exporter gets nothing.`,
            help: "Set webserver.prometheus_metrics_enabled: true and have Prometheus read Falco itself.",
          };
        }
      }
    }
  },
};

export default rule;
