/**
 * The image of Falco, falcosidekick or falcoctl has no tag, or one that is moved from release to release.
 *
 * ## Why
 *
 * Nodes that start on different days run different versions, with different fields, rules and configuration
 * keys. Nobody can say which rules were checked against which version.
 *
 * ## Instead
 *
 * Write the version as the tag: `falcosecurity/falco:0.44.1`.
 */

import { imageName, isFalcoImage, isMoving, isSidekickImage, stackWorkloads } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/image-tag",
  severity: "warning",
  confidence: "high",
  summary: "An image has no tag, or one that moves",
  fixable: false,
  *check({ stacks, outdated }) {
    const images = stackWorkloads(stacks)
      .flatMap(({ pod }) => [...pod.initContainers, ...pod.containers])
      .map(({ image }) => image)
      .concat([...stacks, ...outdated].map(({ image }) => image));
    for (const image of new Set(images)) {
      if (image === undefined || !isMoving(image)) continue;
      if (!isFalcoImage(image) && !isSidekickImage(image) && imageName(image) !== "falcoctl") continue;
      yield {
        at: image.location,
        message:
          image.tag === undefined
            ? `"${image.repository}" has no tag, so each node may run another version.`
            : `The tag "${image.tag}" moves, so each node may run another version.`,
        help: "Name an exact version, such as 0.44.1, and the digest if you can: rules and fields depend on it.",
      };
    }
  },
};

export default rule;
