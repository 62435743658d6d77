export { rolesOf, serviceAccountOf } from "./access.ts";
export type { EnvironmentValue } from "./environment.ts";
export {
  type Image,
  imageName,
  imageVersion,
  isFalcoImage,
  isMoving,
  isSidekickImage,
  isSidekickUiImage,
  parseImage,
  readImage,
} from "./image.ts";
export { inSameNamespace, isSelected, Manifests, selects } from "./manifests.ts";
export { blockedBy, blockedOutside } from "./network.ts";
export {
  type Container,
  type HttpGet,
  idleProgram,
  type KeyToPath,
  type ObjectKeys,
  portNamed,
  type Volume,
  type VolumeMount,
  variable,
  type Word,
} from "./pod.ts";
export { parseQuantity } from "./quantity.ts";
export { type Address, parseAddress, type Resolution, resolveService } from "./service.ts";
export { type RunningContainer, readWorkloads, type Workload } from "./workload.ts";
