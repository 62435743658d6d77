export { assemble, type Deployment } from "./assemble.ts";
export {
  falcoPods,
  optionalConfigMaps,
  readsKernel,
  sidekicks,
  stackWorkloads,
  wholePods,
} from "./pods.ts";
export type { Stack, StackKind } from "./stack.ts";
export { configTexts, mountedSources } from "./texts.ts";
