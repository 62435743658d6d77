import type { Matcher, Monitoring } from "../monitoring/index.ts";
import type { Location } from "../project/index.ts";

/** An alerting rule that warns before a store of events is full. */
export interface CapacityWarning {
  readonly alert: string;
  readonly location: Location;
}

/** Space of a volume, by the kubelet. */
const volume = /^kubelet_volume_stats_(?:available|used|capacity)_bytes$/;
/** Space of a store, by itself or by its exporter. */
const store =
  /^(?:elasticsearch_filesystem_data_(?:available|free|used|size)_bytes|(?:elasticsearch|opensearch)_fs_(?:total|path)_(?:available|free|total)_bytes|minio_(?:cluster_capacity|node_drive|node_disk)_\w*bytes)$/;
/** What volumes of such stores are called. */
const storeName =
  /loki|elastic|opensearch|quickwit|openobserve|clickhouse|splunk|minio|siem|logs?\b|audit|falco|events?\b/i;

/** The alerting rules on the space of a store of events, or of volumes that one may be on. */
export function capacityWarnings({ queries }: Pick<Monitoring, "queries">): CapacityWarning[] {
  return queries.flatMap(({ alert, text, expression: { selectors } }) => {
    const isWarning = selectors.some(
      ({ metric, matchers }) =>
        metric !== undefined &&
        (store.test(metric.name) || (volume.test(metric.name) && mayBeStore(matchers))),
    );
    if (alert === undefined || !isWarning) return [];
    return [{ alert, location: { text, span: { start: 0, end: text.content.length } } }];
  });
}

/** Whether the volume of a store is among those that the matchers take; without a claim, all are. */
function mayBeStore(matchers: readonly Matcher[]): boolean {
  return matchers.every(
    ({ label, operator, value }) =>
      label !== "persistentvolumeclaim" ||
      operator.startsWith("!") ||
      value === undefined ||
      value === ".*" ||
      value === ".+" ||
      storeName.test(value),
  );
}
