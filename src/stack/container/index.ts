export {
  type Content,
  type File,
  FileSystem,
  isBelow,
  join,
  type Lookup,
  type Mount,
  normalize,
  type VolumeContent,
} from "./files.ts";
export { dataOf, fileSystemOf } from "./volumes.ts";
