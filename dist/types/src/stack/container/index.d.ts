export { type Content, type File, FileSystem, isBelow, join, type Lookup, type Mount, normalize, type VolumeContent, } from "./files.js";
export { dataOf, fileSystemOf } from "./volumes.js";
