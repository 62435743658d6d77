import { type Location, type Node, text } from "../../project/index.ts";
import { type Known, known, unknown } from "../evidence/index.ts";

/** An image reference as written. */
export interface Image {
  readonly reference: string;
  /** Registry and path, without tag and digest. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  readonly location: Location;
}

export function readImage(node: Node): Image | undefined {
  const reference = text(node);
  return reference === undefined ? undefined : parseImage(reference, node);
}

export function parseImage(reference: string, location: Location): Image {
  const [beforeDigest = "", digest] = split(reference, reference.indexOf("@"));
  // A colon before the last slash belongs to the registry's port.
  const colon = beforeDigest.lastIndexOf(":");
  const [repository = "", tag] = split(beforeDigest, colon > beforeDigest.lastIndexOf("/") ? colon : -1);
  return { reference, repository, tag, digest, location };
}

function split(value: string, index: number): [string, string | undefined] {
  return index === -1 ? [value, undefined] : [value.slice(0, index), value.slice(index + 1)];
}

/** Last part of the repository: what the image is, whoever mirrors it. */
export function imageName(image: Image | undefined): string {
  return image?.repository.slice(image.repository.lastIndexOf("/") + 1) ?? "";
}

const falcoImages = new Set(["falco", "falco-no-driver", "falco-debian", "falco-distroless"]);

export function isFalcoImage(image: Image | undefined): boolean {
  return falcoImages.has(imageName(image));
}

export function isSidekickImage(image: Image | undefined): boolean {
  return imageName(image) === "falcosidekick";
}

/** Names that are moved to another image from time to time. */
const moving = /^(?:latest|master|main|stable|edge|nightly|dev)(?:$|[-_])|^v?\d+(?:\.\d+)?$/;

/** Whether an image is another one from time to time: it has no digest, and no tag or one that moves. */
export function isMoving({ digest, tag }: Image): boolean {
  return digest === undefined && (tag === undefined || moving.test(tag));
}

/** The web page of falcosidekick, which takes alerts from falcosidekick alone. */
export function isSidekickUiImage(image: Image | undefined): boolean {
  return imageName(image) === "falcosidekick-ui";
}

/** The version in a comment behind a value, as people and bots write it beside a digest: `# 0.39.2`. */
function versionBeside({ text: { content }, span }: Location): string | undefined {
  const end = content.indexOf("\n", span.end);
  const rest = content.slice(span.end, end === -1 ? undefined : end);
  return /^["']?\s*#\s*(?:\S*[:=])?\s*v?(\d+\.\d+\.\d+)\b/.exec(rest)?.[1];
}

/** The version in a tag, or in a comment beside a digest, without what follows the numbers (`0.38.0-slim`). */
export function imageVersion(image: Image, what: string): Known<string> {
  const version =
    /^v?(\d+\.\d+\.\d+)(?:$|[-_.+])/.exec(image.tag ?? "")?.[1] ??
    (image.digest === undefined ? undefined : versionBeside(image.location));
  if (version !== undefined) return known(version, image.location);
  const tag = image.tag ?? (image.digest === undefined ? "latest" : undefined);
  const why =
    tag === undefined
      ? `The image names a digest and no tag, which does not tell the version of ${what}.`
      : `The tag "${tag}" does not tell the version of ${what}.`;
  return unknown(
    why,
    `Name a version in the image's tag, such as 0.44.1, in addition to any digest.`,
    image.location,
  );
}
