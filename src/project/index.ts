export { fromBase64 } from "./base64.ts";
export { configNames, type SourceKind } from "./classify.ts";
export { Day } from "./day.ts";
export {
  type ChartFile,
  type DiscoverOptions,
  type Discovery,
  discover,
  discoverEarlier,
  isIgnoreFile,
  isInChart,
  isReadable,
} from "./discover.ts";
export { entriesOf, isOutside, readRegular, targetOf } from "./disk.ts";
export { type TextEdit, toFileEdit } from "./edit.ts";
export { escapeOf, hiddenCharacter } from "./hidden-characters.ts";
export { Limits } from "./limits.ts";
export { booleanAt, type Located, type LocatedList, located, numberAt, textAt, textsAt } from "./located.ts";
export { missingFile } from "./missing-file.ts";
export { isOnlyNear, nearest } from "./nearest.ts";
export { emptyMap, entryAt, MapEditor, nodeAt, wholeText, withEntry, withValueAt } from "./nodes.ts";
export { type Observation, recordQuestions } from "./observation.ts";
export { ofKind, type Project, readProject, Source } from "./project.ts";
export {
  type ChangedFiles,
  type EarlierFiles,
  maxFileBytes,
  Revision,
  readNamed,
} from "./revision.ts";
export { scalarSegments } from "./scalar.ts";
export { type SchemaError, validateNode } from "./schema.ts";
export { type Location, type Position, type Segment, type Span, Text } from "./source-text.ts";
export { stillHold } from "./still-holds.ts";
export {
  at,
  type Entry,
  embeddedText,
  entries,
  entry,
  items,
  type MapNode,
  type Node,
  type ScalarNode,
  type SeqNode,
  stringMap,
  text,
  toData,
  type YamlDocument,
} from "./tree.ts";
export { UsageError } from "./usage-error.ts";
export { parseYaml } from "./yaml.ts";
