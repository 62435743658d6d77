export { describeField, type Fact, type FieldDescription } from "./describe-field.ts";
export { explainEvent, explainField, fieldNames } from "./explain.ts";
