import type { ExplainedCheck } from "./explanation.js";
/** What a check saw of an event: `proc.name: "bash"`. */
export declare function seenBy({ check, value, error }: ExplainedCheck): string;
