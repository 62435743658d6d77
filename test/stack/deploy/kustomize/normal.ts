/** An object as kustomize and this program both write it, whatever the order of keys and the form of a Secret. */
function normal(object: unknown): unknown {
  const { stringData, data, ...rest } = object as {
    kind: string;
    type?: string;
    stringData?: Record<string, string>;
    data?: Record<string, string>;
  };
  if (rest.kind !== "Secret") return sorted(object);
  const decoded = Object.entries(data ?? {}).map(([key, value]) => [
    key,
    Buffer.from(value, "base64").toString(),
  ]);
  if (rest.type === "Opaque") delete rest.type;
  return sorted({ ...rest, data: { ...Object.fromEntries(decoded), ...stringData } });
}

/**
 * In the order of kind, namespace and name, with the name alone of an object that is as in the case before all.
 *
 * @param plain the objects of that case; none for itself
 */
export function inOrder(objects: readonly unknown[], plain: readonly unknown[] = []): unknown[] {
  const unchanged = new Set(plain.map((object) => JSON.stringify(normal(object))));
  return objects
    .map(normal)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((object) => (unchanged.has(JSON.stringify(object)) ? keyOf(object) : object));
}

function keyOf(object: unknown): string {
  const { kind, metadata } = object as { kind: string; metadata?: { name?: string; namespace?: string } };
  return `${kind} ${metadata?.namespace ?? "-"}/${metadata?.name}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return typeof value === "string" ? value : String(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
