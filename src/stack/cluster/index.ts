export { rolesOf, serviceAccountOf } from "./access.ts";
export {
  type Image,
  imageName,
  imageVersion,
  isFalcoImage,
  isSidekickImage,
  parseImage,
  readImage,
} from "./image.ts";
export { inSameNamespace, isSelected, Manifests, selects } from "./manifests.ts";
export { blockedBy } from "./network.ts";
export { parseQuantity } from "./quantity.ts";
export { parseAddress, type Resolution, resolveService } from "./service.ts";
export {
  type Container,
  type EnvironmentValue,
  stringMap,
  variable,
  type Word,
  type Workload,
} from "./workload.ts";
