import type { Argument, Condition, List, Operand, OperandList, TransformerInput, Value } from "./ast.ts";
import { quote } from "./quote.ts";

/** How a version of the engine prints conditions. */
export interface PrintStyle {
  /** Whether a text with an equals sign is quoted. */
  readonly quotesEquals: boolean;
  /** Whether brackets without a text are printed. */
  readonly emptyBrackets: boolean;
}

const newestStyle: PrintStyle = { quotesEquals: true, emptyBrackets: true };

/**
 * Prints a condition as the engine does after compiling it. Macros are expanded if the condition is resolved. The
 * text does not always parse again, as the engine leaves parentheses and commas of values unquoted.
 */
export function print(condition: Condition, style: PrintStyle = newestStyle): string {
  const parts: string[] = [];
  printCondition(condition, parts, style);
  return parts.join("");
}

function printCondition(condition: Condition, out: string[], style: PrintStyle): void {
  switch (condition.kind) {
    case "and":
    case "or":
      out.push("(");
      condition.children.forEach((child, index) => {
        if (index > 0) out.push(" ", condition.kind, " ");
        printCondition(child, out, style);
      });
      out.push(")");
      return;
    case "not":
      out.push("not ");
      printCondition(condition.child, out, style);
      return;
    case "macro":
      if (condition.condition === undefined) out.push(condition.name);
      else printCondition(condition.condition, out, style);
      return;
    case "exists":
      out.push(printOperand(condition.left, style), " exists");
      return;
    case "comparison": {
      const modifier = condition.modifier === undefined ? "" : ` ${condition.modifier}`;
      out.push(
        printOperand(condition.left, style),
        " ",
        condition.operator,
        modifier,
        " ",
        printRight(condition.right, style),
      );
    }
  }
}

/** A field or transformation as the engine prints it. */
export function printOperand(operand: Operand, style: PrintStyle = newestStyle): string {
  const brackets = printArgument(operand.argument, style);
  if (operand.kind === "field") return operand.name + brackets;
  const inputs = operand.inputs.map((input) => printInput(input, style));
  return `${operand.transformer}(${inputs.join(",")})${brackets}`;
}

function printRight(right: Operand | Value | List, style: PrintStyle): string {
  if (right.kind === "list")
    return `(${right.values.map((value) => printText(value.text, style)).join(", ")})`;
  return right.kind === "value" ? printText(right.text, style) : printOperand(right, style);
}

function printInput(input: TransformerInput | OperandList, style: PrintStyle): string {
  switch (input.kind) {
    case "operands":
      return `(${input.items.map((item) => printInput(item, style)).join(",")})`;
    case "value":
      return printText(input.text, style);
    default:
      return printOperand(input, style);
  }
}

function printArgument(argument: Argument | undefined, style: PrintStyle): string {
  if (argument === undefined) return "";
  if (argument.text === "") return style.emptyBrackets ? '[""]' : "";
  return `[${printText(argument.text, style)}]`;
}

function printText(text: string, { quotesEquals }: PrintStyle): string {
  return quote(text, quotesEquals);
}
