// Made from the files in this folder by `npm run build`; a test refuses a stale one.
import type { LintRule } from "../rule.ts";
import falcoAenvIndexIgnored from "./falco/arguments/aenv-index-ignored.ts";
import falcoAlwaysExists from "./falco/logic/always-exists.ts";
import falcoAlwaysTrue from "./falco/logic/always-true.ts";
import falcoAncestorNotEqual from "./falco/arguments/ancestor-not-equal.ts";
import falcoAncestorsJoined from "./falco/arguments/ancestors-joined.ts";
import falcoApidInNeverMatches from "./falco/arguments/apid-in-never-matches.ts";
import falcoAppendNoValues from "./falco/verdict/append-no-values.ts";
import falcoArgumentIsLiteral from "./falco/arguments/argument-is-literal.ts";
import falcoB64TrailingNul from "./falco/transformers/b64-trailing-nul.ts";
import falcoBlankInValue from "./falco/values/blank-in-value.ts";
import falcoCacheLosesQuotes from "./falco/values/cache-loses-quotes.ts";
import falcoCaseNonAscii from "./falco/transformers/case-non-ascii.ts";
import falcoCombinedLeftCrashes from "./falco/transformers/combined-left-crashes.ts";
import falcoComparedWithNa from "./falco/values/compared-with-na.ts";
import falcoCompileCondition from "./falco/verdict/compile-condition.ts";
import falcoCompileOutput from "./falco/verdict/compile-output.ts";
import falcoConditionWarning from "./falco/verdict/condition-warning.ts";
import falcoContainerIdiom from "./falco/values/container-idiom.ts";
import falcoContainsName from "./falco/patterns/contains-name.ts";
import falcoContainsPath from "./falco/patterns/contains-path.ts";
import falcoDeprecatedField from "./falco/versions/deprecated-field.ts";
import falcoDeprecatedItem from "./falco/verdict/deprecated-item.ts";
import falcoDuplicateValue from "./falco/lists/duplicate-value.ts";
import falcoEitherEndExists from "./falco/logic/either-end-exists.ts";
import falcoEmptyHostPathPanics from "./falco/patterns/empty-host-path-panics.ts";
import falcoEmptyList from "./falco/lists/empty-list.ts";
import falcoEmptyListCrashes from "./falco/lists/empty-list-crashes.ts";
import falcoEnterEvent from "./falco/versions/enter-event.ts";
import falcoEnvNumberReadsAll from "./falco/arguments/env-number-reads-all.ts";
import falcoEvtResNumber from "./falco/values/evt-res-number.ts";
import falcoExceptionNameNotUnique from "./falco/verdict/exception-name-not-unique.ts";
import falcoExpensiveFirst from "./falco/performance/expensive-first.ts";
import falcoFdIpInNeverMatches from "./falco/network/fd-ip-in-never-matches.ts";
import falcoFdNetInFirstOnly from "./falco/network/fd-net-in-first-only.ts";
import falcoFdNetIntersectsMisses from "./falco/network/fd-net-intersects-misses.ts";
import falcoFieldWithoutValue from "./falco/logic/field-without-value.ts";
import falcoIdleException from "./falco/exceptions/idle-exception.ts";
import falcoInTransformedNeverMatches from "./falco/transformers/in-transformed-never-matches.ts";
import falcoInWithoutParentheses from "./falco/modifiers/in-without-parentheses.ts";
import falcoIndexWraps from "./falco/arguments/index-wraps.ts";
import falcoIntersectsThrows from "./falco/network/intersects-throws.ts";
import falcoInvalidListName from "./falco/verdict/invalid-list-name.ts";
import falcoInvalidMacroName from "./falco/verdict/invalid-macro-name.ts";
import falcoJoinMissingNumberCrashes from "./falco/transformers/join-missing-number-crashes.ts";
import falcoJoinRawValue from "./falco/transformers/join-raw-value.ts";
import falcoListEmptiedByEscape from "./falco/lists/list-emptied-by-escape.ts";
import falcoListInMeansEvery from "./falco/lists/list-in-means-every.ts";
import falcoListItemSplits from "./falco/lists/list-item-splits.ts";
import falcoListNameInBrackets from "./falco/lists/list-name-in-brackets.ts";
import falcoLostChange from "./falco/definitions/lost-change.ts";
import falcoMalformedTag from "./falco/metadata/malformed-tag.ts";
import falcoMatchesEverything from "./falco/patterns/matches-everything.ts";
import falcoMissedVariant from "./falco/logic/missed-variant.ts";
import falcoMissingTags from "./falco/metadata/missing-tags.ts";
import falcoMitreTag from "./falco/metadata/mitre-tag.ts";
import falcoModifierAsText from "./falco/modifiers/modifier-as-text.ts";
import falcoModifierIgnored from "./falco/modifiers/modifier-ignored.ts";
import falcoModifierMixedUp from "./falco/modifiers/modifier-mixed-up.ts";
import falcoMountArgumentIsRegex from "./falco/patterns/mount-argument-is-regex.ts";
import falcoNegatedEventType from "./falco/performance/negated-event-type.ts";
import falcoNetworkAnyofNeverMatches from "./falco/network/network-anyof-never-matches.ts";
import falcoNetworkHostBits from "./falco/network/network-host-bits.ts";
import falcoNetworkLengthWraps from "./falco/network/network-length-wraps.ts";
import falcoNeverFires from "./falco/logic/never-fires.ts";
import falcoNeverTrue from "./falco/logic/never-true.ts";
import falcoNoEvttype from "./falco/verdict/no-evttype.ts";
import falcoNotEqualAbsent from "./falco/logic/not-equal-absent.ts";
import falcoNumberWraps from "./falco/values/number-wraps.ts";
import falcoOperatorGlued from "./falco/modifiers/operator-glued.ts";
import falcoOutputBracketsStayText from "./falco/output/output-brackets-stay-text.ts";
import falcoOutputFields from "./falco/output/output-fields.ts";
import falcoPagedTwice from "./falco/definitions/paged-twice.ts";
import falcoPmatchWildcardsCrash from "./falco/patterns/pmatch-wildcards-crash.ts";
import falcoPriorityWord from "./falco/metadata/priority-word.ts";
import falcoRawargInNeverMatches from "./falco/values/rawarg-in-never-matches.ts";
import falcoRedefined from "./falco/definitions/redefined.ts";
import falcoRedundantCheck from "./falco/performance/redundant-check.ts";
import falcoRegexBackspace from "./falco/patterns/regex-backspace.ts";
import falcoRegexPosixClass from "./falco/patterns/regex-posix-class.ts";
import falcoRegexSimpler from "./falco/performance/regex-simpler.ts";
import falcoRegexWholeValue from "./falco/patterns/regex-whole-value.ts";
import falcoShadowedRule from "./falco/definitions/shadowed-rule.ts";
import falcoShadowedValue from "./falco/lists/shadowed-value.ts";
import falcoSilencingException from "./falco/exceptions/silencing-exception.ts";
import falcoSimilarName from "./falco/definitions/similar-name.ts";
import falcoTextOrder from "./falco/values/text-order.ts";
import falcoTransformedListNeverMatches from "./falco/transformers/transformed-list-never-matches.ts";
import falcoUncheckedPlugin from "./falco/verdict/unchecked-plugin.ts";
import falcoUnknownFilter from "./falco/verdict/unknown-filter.ts";
import falcoUnknownItem from "./falco/verdict/unknown-item.ts";
import falcoUnknownKey from "./falco/verdict/unknown-key.ts";
import falcoUnknownSource from "./falco/verdict/unknown-source.ts";
import falcoUnsafeNaCheck from "./falco/verdict/unsafe-na-check.ts";
import falcoUnusedDefinition from "./falco/definitions/unused-definition.ts";
import falcoUnusedList from "./falco/verdict/unused-list.ts";
import falcoUnusedMacro from "./falco/verdict/unused-macro.ts";
import falcoValidate from "./falco/verdict/validate.ts";
import falcoVendoredCopy from "./falco/definitions/vendored-copy.ts";
import falcoWildcardIsLiteral from "./falco/patterns/wildcard-is-literal.ts";
import falcoYamlParse from "./falco/verdict/yaml-parse.ts";
import falcoYamlValidate from "./falco/verdict/yaml-validate.ts";
import helmNotRead from "./helm/not-read.ts";
import helmRefusedValues from "./helm/refused-values.ts";
import helmValuesKey from "./helm/values-key.ts";
import kubernetesDeprecatedApi from "./kubernetes/deprecated-api.ts";
import kubernetesDuplicateKey from "./kubernetes/duplicate-key.ts";
import kubernetesMissingSchema from "./kubernetes/missing-schema.ts";
import kubernetesRemovedApi from "./kubernetes/removed-api.ts";
import kubernetesSchema from "./kubernetes/schema.ts";
import kubernetesTemplate from "./kubernetes/template.ts";
import kubernetesUnknownField from "./kubernetes/unknown-field.ts";
import kubernetesUnknownKind from "./kubernetes/unknown-kind.ts";
import kubernetesUnreadable from "./kubernetes/unreadable.ts";
import kustomizeHashedName from "./kustomize/hashed-name.ts";
import kustomizeNotRead from "./kustomize/not-read.ts";
import matrixAmbiguousControl from "./matrix/ambiguous-control.ts";
import matrixDisabledRule from "./matrix/disabled-rule.ts";
import matrixDuplicateControl from "./matrix/duplicate-control.ts";
import matrixExpiredScope from "./matrix/expired-scope.ts";
import matrixFrameworkSchema from "./matrix/framework-schema.ts";
import matrixGroupControl from "./matrix/group-control.ts";
import matrixMissingTag from "./matrix/missing-tag.ts";
import matrixOutOfSelection from "./matrix/out-of-selection.ts";
import matrixRetiredControl from "./matrix/retired-control.ts";
import matrixSchema from "./matrix/schema.ts";
import matrixSupportControl from "./matrix/support-control.ts";
import matrixUndetectableControl from "./matrix/undetectable-control.ts";
import matrixUnknownBaseline from "./matrix/unknown-baseline.ts";
import matrixUnknownControl from "./matrix/unknown-control.ts";
import matrixUnknownFramework from "./matrix/unknown-framework.ts";
import matrixUnknownRule from "./matrix/unknown-rule.ts";
import matrixUnknownTag from "./matrix/unknown-tag.ts";
import matrixUnmappedControl from "./matrix/unmapped-control.ts";
import matrixUnmappedTag from "./matrix/unmapped-tag.ts";
import monitoringExporterMetric from "./monitoring/exporter-metric.ts";
import monitoringPriorityValue from "./monitoring/priority-value.ts";
import monitoringPromql from "./monitoring/promql.ts";
import monitoringUnknownLabel from "./monitoring/unknown-label.ts";
import monitoringUnknownMetric from "./monitoring/unknown-metric.ts";
import monitoringUnknownRule from "./monitoring/unknown-rule.ts";
import monitoringUnknownTag from "./monitoring/unknown-tag.ts";
import projectSkippedFile from "./project/skipped-file.ts";
import runbookBrokenCode from "./runbook/broken-code.ts";
import runbookControls from "./runbook/controls.ts";
import runbookDanglingLink from "./runbook/dangling-link.ts";
import runbookMissing from "./runbook/missing.ts";
import runbookPriority from "./runbook/priority.ts";
import runbookUnknownRule from "./runbook/unknown-rule.ts";
import sidekickAddedField from "./sidekick/added-field.ts";
import sidekickIncompleteOutput from "./sidekick/incomplete-output.ts";
import sidekickNoSender from "./sidekick/no-sender.ts";
import sidekickPlaceholder from "./sidekick/placeholder.ts";
import sidekickSingleReplica from "./sidekick/single-replica.ts";
import sidekickUnknownSetting from "./sidekick/unknown-setting.ts";
import sidekickUnpagedCritical from "./sidekick/unpaged-critical.ts";
import sidekickUnreachedPriority from "./sidekick/unreached-priority.ts";
import signalsFormat from "./signals/format.ts";
import stackAuditLevel from "./stack/audit-level.ts";
import stackCapabilities from "./stack/capabilities.ts";
import stackConfigKey from "./stack/config-key.ts";
import stackConfigValue from "./stack/config-value.ts";
import stackContainerPlugin from "./stack/container-plugin.ts";
import stackControlPlaneToleration from "./stack/control-plane-toleration.ts";
import stackDefaultRulesLast from "./stack/default-rules-last.ts";
import stackDropAlerts from "./stack/drop-alerts.ts";
import stackDuplicateRule from "./stack/duplicate-rule.ts";
import stackEndsAtOnce from "./stack/ends-at-once.ts";
import stackGrpcClient from "./stack/grpc-client.ts";
import stackHostMounts from "./stack/host-mounts.ts";
import stackHttpOutput from "./stack/http-output.ts";
import stackHttpPlain from "./stack/http-plain.ts";
import stackImageTag from "./stack/image-tag.ts";
import stackImplicitEngine from "./stack/implicit-engine.ts";
import stackJsonOutput from "./stack/json-output.ts";
import stackMetrics from "./stack/metrics.ts";
import stackMissingConfig from "./stack/missing-config.ts";
import stackMissingRulesFile from "./stack/missing-rules-file.ts";
import stackMissingSource from "./stack/missing-source.ts";
import stackNetworkPolicy from "./stack/network-policy.ts";
import stackNoOutput from "./stack/no-output.ts";
import stackNoPods from "./stack/no-pods.ts";
import stackPlainSecret from "./stack/plain-secret.ts";
import stackPluginLibrary from "./stack/plugin-library.ts";
import stackPodSecurity from "./stack/pod-security.ts";
import stackPriorityClass from "./stack/priority-class.ts";
import stackPriorityThreshold from "./stack/priority-threshold.ts";
import stackPrivileged from "./stack/privileged.ts";
import stackProbes from "./stack/probes.ts";
import stackRbac from "./stack/rbac.ts";
import stackRemovedOption from "./stack/removed-option.ts";
import stackResources from "./stack/resources.ts";
import stackRootFilesystem from "./stack/root-filesystem.ts";
import stackRulesVersion from "./stack/rules-version.ts";
import stackRuntimeSocket from "./stack/runtime-socket.ts";
import stackSelector from "./stack/selector.ts";
import stackServiceAccount from "./stack/service-account.ts";
import stackSeveralFalcos from "./stack/several-falcos.ts";
import stackSingleNode from "./stack/single-node.ts";
import stackTalonRule from "./stack/talon-rule.ts";
import stackTokenMounted from "./stack/token-mounted.ts";
import stackTracingMount from "./stack/tracing-mount.ts";
import stackUnknownVersion from "./stack/unknown-version.ts";
import stackUnlistedRules from "./stack/unlisted-rules.ts";
import stackUnmatchedSelection from "./stack/unmatched-selection.ts";
import stackUnmountedRules from "./stack/unmounted-rules.ts";
import stackUpdateStrategy from "./stack/update-strategy.ts";
import stackWritableHostMount from "./stack/writable-host-mount.ts";
import suppressIgnoreWithoutReason from "./suppress/ignore-without-reason.ts";
import suppressStaleIgnore from "./suppress/stale-ignore.ts";
import suppressUnknownRule from "./suppress/unknown-rule.ts";
import testsImpossibleEvent from "./tests/impossible-event.ts";
import yamlDuplicateKey from "./yaml/duplicate-key.ts";
import yamlInvisibleCharacter from "./yaml/invisible-character.ts";
import yamlSyntax from "./yaml/syntax.ts";

/** Every lint rule, by id. */
export const lintRules: readonly LintRule[] = [
  falcoAenvIndexIgnored,
  falcoAlwaysExists,
  falcoAlwaysTrue,
  falcoAncestorNotEqual,
  falcoAncestorsJoined,
  falcoApidInNeverMatches,
  falcoAppendNoValues,
  falcoArgumentIsLiteral,
  falcoB64TrailingNul,
  falcoBlankInValue,
  falcoCacheLosesQuotes,
  falcoCaseNonAscii,
  falcoCombinedLeftCrashes,
  falcoComparedWithNa,
  falcoCompileCondition,
  falcoCompileOutput,
  falcoConditionWarning,
  falcoContainerIdiom,
  falcoContainsName,
  falcoContainsPath,
  falcoDeprecatedField,
  falcoDeprecatedItem,
  falcoDuplicateValue,
  falcoEitherEndExists,
  falcoEmptyHostPathPanics,
  falcoEmptyList,
  falcoEmptyListCrashes,
  falcoEnterEvent,
  falcoEnvNumberReadsAll,
  falcoEvtResNumber,
  falcoExceptionNameNotUnique,
  falcoExpensiveFirst,
  falcoFdIpInNeverMatches,
  falcoFdNetInFirstOnly,
  falcoFdNetIntersectsMisses,
  falcoFieldWithoutValue,
  falcoIdleException,
  falcoInTransformedNeverMatches,
  falcoInWithoutParentheses,
  falcoIndexWraps,
  falcoIntersectsThrows,
  falcoInvalidListName,
  falcoInvalidMacroName,
  falcoJoinMissingNumberCrashes,
  falcoJoinRawValue,
  falcoListEmptiedByEscape,
  falcoListInMeansEvery,
  falcoListItemSplits,
  falcoListNameInBrackets,
  falcoLostChange,
  falcoMalformedTag,
  falcoMatchesEverything,
  falcoMissedVariant,
  falcoMissingTags,
  falcoMitreTag,
  falcoModifierAsText,
  falcoModifierIgnored,
  falcoModifierMixedUp,
  falcoMountArgumentIsRegex,
  falcoNegatedEventType,
  falcoNetworkAnyofNeverMatches,
  falcoNetworkHostBits,
  falcoNetworkLengthWraps,
  falcoNeverFires,
  falcoNeverTrue,
  falcoNoEvttype,
  falcoNotEqualAbsent,
  falcoNumberWraps,
  falcoOperatorGlued,
  falcoOutputBracketsStayText,
  falcoOutputFields,
  falcoPagedTwice,
  falcoPmatchWildcardsCrash,
  falcoPriorityWord,
  falcoRawargInNeverMatches,
  falcoRedefined,
  falcoRedundantCheck,
  falcoRegexBackspace,
  falcoRegexPosixClass,
  falcoRegexSimpler,
  falcoRegexWholeValue,
  falcoShadowedRule,
  falcoShadowedValue,
  falcoSilencingException,
  falcoSimilarName,
  falcoTextOrder,
  falcoTransformedListNeverMatches,
  falcoUncheckedPlugin,
  falcoUnknownFilter,
  falcoUnknownItem,
  falcoUnknownKey,
  falcoUnknownSource,
  falcoUnsafeNaCheck,
  falcoUnusedDefinition,
  falcoUnusedList,
  falcoUnusedMacro,
  falcoValidate,
  falcoVendoredCopy,
  falcoWildcardIsLiteral,
  falcoYamlParse,
  falcoYamlValidate,
  helmNotRead,
  helmRefusedValues,
  helmValuesKey,
  kubernetesDeprecatedApi,
  kubernetesDuplicateKey,
  kubernetesMissingSchema,
  kubernetesRemovedApi,
  kubernetesSchema,
  kubernetesTemplate,
  kubernetesUnknownField,
  kubernetesUnknownKind,
  kubernetesUnreadable,
  kustomizeHashedName,
  kustomizeNotRead,
  matrixAmbiguousControl,
  matrixDisabledRule,
  matrixDuplicateControl,
  matrixExpiredScope,
  matrixFrameworkSchema,
  matrixGroupControl,
  matrixMissingTag,
  matrixOutOfSelection,
  matrixRetiredControl,
  matrixSchema,
  matrixSupportControl,
  matrixUndetectableControl,
  matrixUnknownBaseline,
  matrixUnknownControl,
  matrixUnknownFramework,
  matrixUnknownRule,
  matrixUnknownTag,
  matrixUnmappedControl,
  matrixUnmappedTag,
  monitoringExporterMetric,
  monitoringPriorityValue,
  monitoringPromql,
  monitoringUnknownLabel,
  monitoringUnknownMetric,
  monitoringUnknownRule,
  monitoringUnknownTag,
  projectSkippedFile,
  runbookBrokenCode,
  runbookControls,
  runbookDanglingLink,
  runbookMissing,
  runbookPriority,
  runbookUnknownRule,
  sidekickAddedField,
  sidekickIncompleteOutput,
  sidekickNoSender,
  sidekickPlaceholder,
  sidekickSingleReplica,
  sidekickUnknownSetting,
  sidekickUnpagedCritical,
  sidekickUnreachedPriority,
  signalsFormat,
  stackAuditLevel,
  stackCapabilities,
  stackConfigKey,
  stackConfigValue,
  stackContainerPlugin,
  stackControlPlaneToleration,
  stackDefaultRulesLast,
  stackDropAlerts,
  stackDuplicateRule,
  stackEndsAtOnce,
  stackGrpcClient,
  stackHostMounts,
  stackHttpOutput,
  stackHttpPlain,
  stackImageTag,
  stackImplicitEngine,
  stackJsonOutput,
  stackMetrics,
  stackMissingConfig,
  stackMissingRulesFile,
  stackMissingSource,
  stackNetworkPolicy,
  stackNoOutput,
  stackNoPods,
  stackPlainSecret,
  stackPluginLibrary,
  stackPodSecurity,
  stackPriorityClass,
  stackPriorityThreshold,
  stackPrivileged,
  stackProbes,
  stackRbac,
  stackRemovedOption,
  stackResources,
  stackRootFilesystem,
  stackRulesVersion,
  stackRuntimeSocket,
  stackSelector,
  stackServiceAccount,
  stackSeveralFalcos,
  stackSingleNode,
  stackTalonRule,
  stackTokenMounted,
  stackTracingMount,
  stackUnknownVersion,
  stackUnlistedRules,
  stackUnmatchedSelection,
  stackUnmountedRules,
  stackUpdateStrategy,
  stackWritableHostMount,
  suppressIgnoreWithoutReason,
  suppressStaleIgnore,
  suppressUnknownRule,
  testsImpossibleEvent,
  yamlDuplicateKey,
  yamlInvisibleCharacter,
  yamlSyntax,
];
