import type { Release } from "./release.ts";
import type { Values } from "./values.ts";

/** The names and labels that a chart gives to what it makes. */
export interface Names {
  /** Helm's name for the objects of the chart. */
  readonly full: string;
  /** The label `app.kubernetes.io/name`. */
  readonly label: string;
  readonly namespace: string | undefined;
  /** What selects the pods of the chart. */
  readonly selector: Readonly<Record<string, string>>;
}

/** The name that the chart has: its own, or the alias of a dependency. */
export function chartName({ chart, alias }: Release): string {
  return alias ?? chart;
}

export function falcoNames(release: Release, values: Values): Names {
  return {
    ...namesOf(release, chartName(release), values),
    namespace: values.text("namespaceOverride") ?? release.namespace,
  };
}

/** As a dependency it keeps its own rules for names, and the namespace of the release. */
export function sidekickNames(release: Release, values: Values): Names {
  const names = namesOf(release, "falcosidekick", values);
  return { ...names, selector: { ...names.selector, "app.kubernetes.io/component": "core" } };
}

function namesOf({ release, namespace }: Release, chart: string, values: Values): Names {
  const name = values.text("nameOverride") ?? chart;
  const own = release.includes(name) ? release : `${release}-${name}`;
  const label = cut(name);
  return {
    full: cut(values.text("fullnameOverride") ?? own),
    label,
    namespace,
    selector: { "app.kubernetes.io/name": label, "app.kubernetes.io/instance": release },
  };
}

/** Helm's charts keep names within the length that a label may have. */
function cut(name: string): string {
  return name.slice(0, 63).replace(/-$/, "");
}
