import type { Span } from "../../project/index.js";
/** Operators that take one value, a `val(...)` or a transformer on the right. */
export declare const valueOperators: readonly ["==", "=", "!=", "glob", "iglob", "contains", "icontains", "bcontains", "startswith", "bstartswith", "endswith", "regex"];
/** Operators that take a number, a `val(...)` or a transformer on the right. */
export declare const numberOperators: readonly ["<=", "<", ">=", ">"];
/** Operators that take a list of values on the right. */
export declare const listOperators: readonly ["intersects", "in", "pmatch"];
/** Words after a {@link valueOperators value operator} that make it take a list. */
export declare const modifiers: readonly ["oneof", "anyof", "allof"];
/** All operators; `exists` takes no right-hand side. */
export declare const comparisonOperators: ReadonlySet<string>;
export declare const transformers: readonly ["tolower", "toupper", "b64", "basename", "len", "join", "concat", "getopt"];
export type ValueOperator = (typeof valueOperators)[number];
export type NumberOperator = (typeof numberOperators)[number];
export type ListOperator = (typeof listOperators)[number];
export type ComparisonOperator = ValueOperator | NumberOperator | ListOperator;
export type Modifier = (typeof modifiers)[number];
export type TransformerName = (typeof transformers)[number];
interface Node {
    /** Offsets into the text that was parsed, from the first character of the node to the one after its last. */
    readonly span: Span;
    /** Offset at which Falco reports the node: as `span.start`, but before the blanks in front of it. */
    readonly at: number;
}
export interface And extends Node {
    readonly kind: "and";
    /** Two or more. */
    readonly children: readonly Condition[];
}
export interface Or extends Node {
    readonly kind: "or";
    /** Two or more. */
    readonly children: readonly Condition[];
}
export interface Not extends Node {
    readonly kind: "not";
    readonly child: Condition;
}
/** The name of a macro. */
export interface MacroReference extends Node {
    readonly kind: "macro";
    readonly name: string;
    /**
     * The macro's condition, in a resolved condition. All references share it, so its spans are offsets into the
     * macro's text.
     */
    readonly condition?: Condition;
}
/** `field exists` */
export interface Exists extends Node {
    readonly kind: "exists";
    readonly left: Operand;
    readonly operatorSpan: Span;
}
/** `field operator value` */
export interface Comparison extends Node {
    readonly kind: "comparison";
    readonly left: Operand;
    readonly operator: ComparisonOperator;
    readonly modifier?: Modifier;
    /** Of the operator and its modifier. */
    readonly operatorSpan: Span;
    readonly right: Value | List | Transformation;
}
/** A field with its argument: `fd.name`, `proc.aname[2]`, `evt.arg.flags`. */
export interface Field extends Node {
    readonly kind: "field";
    readonly name: string;
    readonly argument?: Argument;
}
/** The text between the brackets, unescaped when quoted. */
export interface Argument {
    readonly text: string;
    readonly quoted: boolean;
    /** Without the brackets, with the quotes. */
    readonly span: Span;
}
/** A transformer with its inputs: `tolower(proc.name)`, `val(proc.pname)`, `getopt(proc.args, "ab:")[b]`. */
export interface Transformation extends Node {
    readonly kind: "transformation";
    /** `val` only on the right-hand side, around one field. */
    readonly transformer: TransformerName | "val";
    readonly nameSpan: Span;
    /** One or more. */
    readonly inputs: readonly TransformerInput[];
    readonly argument?: Argument;
}
/** A parenthesised list inside of a transformer: `join("-", (proc.name, "x", 1))`. */
export interface OperandList extends Node {
    readonly kind: "operands";
    readonly items: readonly (Operand | Value)[];
}
/** A literal. */
export interface Value extends Node {
    readonly kind: "value";
    /**
     * Unescaped when quoted. A byte from 0x80 on that was written as `\xHH` is the lone surrogate
     * U+DC00 + byte; see `bytes.ts`.
     */
    readonly text: string;
    readonly quoted: boolean;
}
/** `(a, b, "c")`: values, of which bare ones may be the name of a list. */
export interface List extends Node {
    readonly kind: "list";
    readonly values: readonly Value[];
}
export type Condition = And | Or | Not | MacroReference | Exists | Comparison;
export type Operand = Field | Transformation;
export type TransformerInput = Operand | Value | OperandList;
export type Check = Exists | Comparison;
export {};
