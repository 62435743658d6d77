import type { Argument, Condition, List, Operand, OperandList, TransformerInput, Value } from "./ast.ts";
import { quote } from "./quote.ts";

/**
 * The condition as the engine prints it when it has compiled it. Macros are expanded where the
 * condition is resolved. The text need not parse again: the engine leaves parentheses and commas of
 * values unquoted.
 */
export function print(condition: Condition): string {
  const parts: string[] = [];
  printCondition(condition, parts);
  return parts.join("");
}

function printCondition(condition: Condition, out: string[]): void {
  switch (condition.kind) {
    case "and":
    case "or":
      out.push("(");
      condition.children.forEach((child, index) => {
        if (index > 0) out.push(" ", condition.kind, " ");
        printCondition(child, out);
      });
      out.push(")");
      return;
    case "not":
      out.push("not ");
      printCondition(condition.child, out);
      return;
    case "macro":
      if (condition.condition === undefined) out.push(condition.name);
      else printCondition(condition.condition, out);
      return;
    case "exists":
      out.push(printOperand(condition.left), " exists");
      return;
    case "comparison": {
      const modifier = condition.modifier === undefined ? "" : ` ${condition.modifier}`;
      out.push(
        printOperand(condition.left),
        " ",
        condition.operator,
        modifier,
        " ",
        printRight(condition.right),
      );
    }
  }
}

/** A field or transformation as the engine prints it. */
export function printOperand(operand: Operand): string {
  if (operand.kind === "field") return operand.name + printArgument(operand.argument);
  return `${operand.transformer}(${operand.inputs.map(printInput).join(",")})${printArgument(operand.argument)}`;
}

function printRight(right: Operand | Value | List): string {
  if (right.kind === "list") return `(${right.values.map((value) => quote(value.text)).join(", ")})`;
  return right.kind === "value" ? quote(right.text) : printOperand(right);
}

function printInput(input: TransformerInput | OperandList): string {
  switch (input.kind) {
    case "operands":
      return `(${input.items.map(printInput).join(",")})`;
    case "value":
      return quote(input.text);
    default:
      return printOperand(input);
  }
}

function printArgument(argument: Argument | undefined): string {
  if (argument === undefined) return "";
  return argument.text === "" ? '[""]' : `[${quote(argument.text)}]`;
}
