import type { Severity } from "../lint/index.js";
import { type Location, type Node, type Text } from "../project/index.js";
import { Expression } from "./expression.js";
import type { SubjectKind } from "./fields.js";
/** One policy of an organisation. The location is that of its id. */
export interface Policy extends Location {
    readonly id: string;
    readonly severity: Severity;
    readonly message: string;
    readonly help: string | undefined;
    readonly each: SubjectKind;
    readonly assertion: Expression;
    /** The expression as written. */
    readonly written: string;
    readonly except: readonly Exception[];
    readonly examples: readonly Example[];
}
/** Something that a policy does not hold for. The location is that of its name. */
export interface Exception extends Location {
    readonly name: string;
    readonly reason: string;
}
/** Something by some of its fields, and whether it follows the policy. */
export interface Example extends Location {
    readonly isGood: boolean;
    readonly node: Node;
}
/** The policies of all files. @throws UsageError for what is wrong with one */
export declare function readPolicyFiles(files: readonly Text[]): Policy[];
