export { assemble, type Deployment } from "./assemble.ts";
export {
  addedCapabilities,
  containerPlace,
  falcoPods,
  isPrivileged,
  readsKernel,
  securityField,
  sidekicks,
  stackWorkloads,
} from "./pods.ts";
export type { Stack, StackKind } from "./stack.ts";
export { configTexts, mountedSources } from "./texts.ts";
