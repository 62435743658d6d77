export { rolesOf, serviceAccountOf } from "./access.js";
export type { EnvironmentValue } from "./environment.js";
export { type Image, imageName, imageVersion, isFalcoImage, isSidekickImage, parseImage, readImage, } from "./image.js";
export { inSameNamespace, isSelected, Manifests, selects } from "./manifests.js";
export { blockedBy } from "./network.js";
export { type Container, type HttpGet, type KeyToPath, type ObjectKeys, portNamed, type Volume, type VolumeMount, variable, type Word, } from "./pod.js";
export { parseQuantity } from "./quantity.js";
export { parseAddress, type Resolution, resolveService } from "./service.js";
export { type RunningContainer, readWorkloads, type Workload } from "./workload.js";
