import type { Resource } from "../../kubernetes/index.ts";
import { at, type Location, type Node, text } from "../../project/index.ts";
import { imageName, imageVersion, readWorkloads } from "../cluster/index.ts";
import { type Known, known, unknown } from "../evidence/index.ts";
import releases from "./operator-releases.json" with { type: "json" };

const newest = releases.at(-1)!;

/**
 * The Falco that the operator deploys where a `Falco` object names none, which each of its releases has for itself.
 * Source: `FalcoTag` in the operator's code at its release tags, and the versions of its chart.
 *
 * @param resources the manifests in which the operator may be installed
 * @param falco where the object would name a version
 */
export function operatorDefault(resources: readonly Resource[], falco: Location): Known<string> {
  const pins = [...imagePins(resources), ...chartPins(resources)];
  const versions = new Set(pins.map(({ value }) => value));
  const [pin] = pins;
  if (pin !== undefined && versions.size === 1) return pin;
  return unknown(
    `The Falco object names no version, so the operator decides: ${newest.falco} if it is ${newest.operator}, its newest release.`,
    `Set spec.version, such as ${newest.falco}, or pin the operator's image.`,
    falco,
  );
}

type Pin = Known<string> & { readonly state: "known" };

function imagePins(resources: readonly Resource[]): Pin[] {
  const images = readWorkloads(resources).flatMap(({ pod }) => pod.containers.map(({ image }) => image));
  return images.flatMap((image) => {
    if (image === undefined || imageName(image) !== "falco-operator") return [];
    const version = imageVersion(image, "the operator");
    if (version.state === "unknown") return [];
    return pinOf(
      releases.find(({ operator }) => operator === version.value),
      image.location,
    );
  });
}

/** The operator's chart in an object of Flux, Argo CD or k3s. */
function chartPins(resources: readonly Resource[]): Pin[] {
  return resources.flatMap(({ root, kind }) => {
    const [name, version] = chartOf(kind, root);
    if (version === undefined || text(name)?.split("/").at(-1) !== "falco-operator") return [];
    // The same version of the chart came with several versions of the operator, all with the same Falco.
    return pinOf(
      releases.find(({ chart }) => chart === text(version)),
      version,
    );
  });
}

function chartOf(kind: string, root: Node): (Node | undefined)[] {
  const spec = at(root, "spec");
  if (kind === "HelmRelease")
    return [at(spec, "chart", "spec", "chart"), at(spec, "chart", "spec", "version")];
  if (kind === "Application") return [at(spec, "source", "chart"), at(spec, "source", "targetRevision")];
  return kind === "HelmChart" ? [at(spec, "chart"), at(spec, "version")] : [];
}

function pinOf(release: { readonly falco: string } | undefined, location: Location): Pin[] {
  return release === undefined ? [] : [known(release.falco, location) as Pin];
}
