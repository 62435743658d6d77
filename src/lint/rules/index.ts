// Made from the files in this folder by `npm run build`; a test refuses a stale one.
import type { LintRule } from "../rule.ts";
import matrixAmbiguousControl from "./matrix/ambiguous-control.ts";
import matrixDuplicateControl from "./matrix/duplicate-control.ts";
import matrixExpiredScope from "./matrix/expired-scope.ts";
import matrixFrameworkSchema from "./matrix/framework-schema.ts";
import matrixGroupControl from "./matrix/group-control.ts";
import matrixOutOfSelection from "./matrix/out-of-selection.ts";
import matrixRetiredControl from "./matrix/retired-control.ts";
import matrixSchema from "./matrix/schema.ts";
import matrixUndetectableControl from "./matrix/undetectable-control.ts";
import matrixUnknownBaseline from "./matrix/unknown-baseline.ts";
import matrixUnknownControl from "./matrix/unknown-control.ts";
import matrixUnknownFramework from "./matrix/unknown-framework.ts";
import matrixUnmappedControl from "./matrix/unmapped-control.ts";
import projectSkippedFile from "./project/skipped-file.ts";
import yamlDuplicateKey from "./yaml/duplicate-key.ts";
import yamlSyntax from "./yaml/syntax.ts";

/** Every lint rule, by id. */
export const lintRules: readonly LintRule[] = [
  matrixAmbiguousControl,
  matrixDuplicateControl,
  matrixExpiredScope,
  matrixFrameworkSchema,
  matrixGroupControl,
  matrixOutOfSelection,
  matrixRetiredControl,
  matrixSchema,
  matrixUndetectableControl,
  matrixUnknownBaseline,
  matrixUnknownControl,
  matrixUnknownFramework,
  matrixUnmappedControl,
  projectSkippedFile,
  yamlDuplicateKey,
  yamlSyntax,
];
