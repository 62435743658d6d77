import { createHash } from "node:crypto";
import type { Node } from "../../project/index.ts";

/** Characters of a hash: 66 bits, which nobody meets by chance. */
export const hashLength = 11;

/**
 * A short hash of what a definition of a rules file says. Comments, the order of keys and the layout of texts do
 * not count, so that a copy that was only formatted anew has the hash of its original.
 */
export function definitionHash(item: Node): string {
  return createHash("sha256").update(canonical(item)).digest("base64url").slice(0, hashLength);
}

function canonical(node: Node): string {
  switch (node.kind) {
    case "seq":
      return `[${node.items.map(canonical).join(",")}]`;
    case "map":
      return `{${node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${canonical(value)}`).sort()}}`;
    case "scalar":
      return JSON.stringify(
        String(node.value ?? "")
          .replaceAll(/\s+/g, " ")
          .trim(),
      );
  }
}
