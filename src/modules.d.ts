// What is imported beside code; the plugins in scripts/ turn it into modules.

/** A YAML file as plain data. */
declare module "*.yaml" {
  const data: unknown;
  export default data;
}

/** A JSON Schema compiled to a validator that stops at the first error. */
declare module "*.schema.json?validator" {
  const validate: import("./project/schema.ts").SchemaValidator;
  export default validate;
}

/** A JSON Schema compiled to a validator that finds every error. */
declare module "*.schema.json?validator=all" {
  const validate: import("./project/schema.ts").SchemaValidator;
  export default validate;
}
