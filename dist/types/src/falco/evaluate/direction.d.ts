import type { Condition } from "../language/index.js";
/**
 * Whether a check asks for the end of a system call: `evt.dir = <`. It holds for every event of a Falco without enter
 * events (`features.enterEvents`).
 */
export declare function isEndOfCall(check: Condition): boolean;
