import type { LintRule } from "../lint/index.js";
import type { Policy } from "./policy.js";
import { type RuleFacts } from "./rule-subjects.js";
/** What an organisation asks for. */
export declare class Policies {
    readonly all: readonly Policy[];
    constructor(all: readonly Policy[]);
    /** The policies as lint rules: what does not follow one is a finding of `policy/<id>`. */
    rules(options: JudgeOptions): LintRule[];
    /** Markdown that explains the policy behind an id of findings; undefined for no policy's id. */
    pageOf(id: string): string | undefined;
}
interface JudgeOptions {
    /** What is known beside the model; asked for once, and only where there is a policy. */
    readonly facts: () => RuleFacts;
    /** Called between steps; may throw to end the work. */
    readonly pause?: (() => void) | undefined;
}
export {};
