import type { Condition } from "../language/index.ts";

/**
 * Whether a check asks for the end of a system call: `evt.dir = <`. It holds for every event of a Falco without enter
 * events (`features.enterEvents`).
 */
export function isEndOfCall(check: Condition): boolean {
  return (
    check.kind === "comparison" &&
    check.left.kind === "field" &&
    check.left.name === "evt.dir" &&
    check.modifier === undefined &&
    (check.operator === "=" || check.operator === "==") &&
    "text" in check.right &&
    check.right.text === "<"
  );
}
