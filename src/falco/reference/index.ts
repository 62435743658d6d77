export { describeField, type Fact, type FieldDescription } from "./describe-field.ts";
export { explainEvent, explainField, fieldNames } from "./explain.ts";
export { explainOperator } from "./operators.ts";
