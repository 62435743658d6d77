// YAML files are imported as plain data; scripts/yaml-modules.ts turns them into modules.
declare module "*.yaml" {
  const data: unknown;
  export default data;
}
