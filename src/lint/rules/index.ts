// Made from the files in this folder by `npm run build`; a test refuses a stale one.
import type { LintRule } from "../rule.ts";
import falcoAenvIndexIgnored from "./falco/aenv-index-ignored.ts";
import falcoAlwaysExists from "./falco/always-exists.ts";
import falcoAlwaysTrue from "./falco/always-true.ts";
import falcoAncestorNotEqual from "./falco/ancestor-not-equal.ts";
import falcoAncestorsJoined from "./falco/ancestors-joined.ts";
import falcoApidInNeverMatches from "./falco/apid-in-never-matches.ts";
import falcoAppendNoValues from "./falco/append-no-values.ts";
import falcoArgumentIsLiteral from "./falco/argument-is-literal.ts";
import falcoB64TrailingNul from "./falco/b64-trailing-nul.ts";
import falcoBlankInValue from "./falco/blank-in-value.ts";
import falcoCacheLosesQuotes from "./falco/cache-loses-quotes.ts";
import falcoCaseNonAscii from "./falco/case-non-ascii.ts";
import falcoCombinedLeftCrashes from "./falco/combined-left-crashes.ts";
import falcoComparedWithNa from "./falco/compared-with-na.ts";
import falcoCompileCondition from "./falco/compile-condition.ts";
import falcoCompileOutput from "./falco/compile-output.ts";
import falcoConditionWarning from "./falco/condition-warning.ts";
import falcoContainerIdiom from "./falco/container-idiom.ts";
import falcoContainsName from "./falco/contains-name.ts";
import falcoContainsPath from "./falco/contains-path.ts";
import falcoDeprecatedField from "./falco/deprecated-field.ts";
import falcoDeprecatedItem from "./falco/deprecated-item.ts";
import falcoDuplicateValue from "./falco/duplicate-value.ts";
import falcoEitherEndExists from "./falco/either-end-exists.ts";
import falcoEmptyHostPathPanics from "./falco/empty-host-path-panics.ts";
import falcoEmptyListCrashes from "./falco/empty-list-crashes.ts";
import falcoEmptyList from "./falco/empty-list.ts";
import falcoEnterEvent from "./falco/enter-event.ts";
import falcoEnvNumberReadsAll from "./falco/env-number-reads-all.ts";
import falcoEvtResNumber from "./falco/evt-res-number.ts";
import falcoExceptionNameNotUnique from "./falco/exception-name-not-unique.ts";
import falcoExpensiveFirst from "./falco/expensive-first.ts";
import falcoFdIpInNeverMatches from "./falco/fd-ip-in-never-matches.ts";
import falcoFdNetInFirstOnly from "./falco/fd-net-in-first-only.ts";
import falcoFdNetIntersectsMisses from "./falco/fd-net-intersects-misses.ts";
import falcoFieldWithoutValue from "./falco/field-without-value.ts";
import falcoIdleException from "./falco/idle-exception.ts";
import falcoInTransformedNeverMatches from "./falco/in-transformed-never-matches.ts";
import falcoInWithoutParentheses from "./falco/in-without-parentheses.ts";
import falcoIndexWraps from "./falco/index-wraps.ts";
import falcoIntersectsThrows from "./falco/intersects-throws.ts";
import falcoInvalidListName from "./falco/invalid-list-name.ts";
import falcoInvalidMacroName from "./falco/invalid-macro-name.ts";
import falcoJoinMissingNumberCrashes from "./falco/join-missing-number-crashes.ts";
import falcoJoinRawValue from "./falco/join-raw-value.ts";
import falcoListEmptiedByEscape from "./falco/list-emptied-by-escape.ts";
import falcoListInMeansEvery from "./falco/list-in-means-every.ts";
import falcoListItemSplits from "./falco/list-item-splits.ts";
import falcoListNameInBrackets from "./falco/list-name-in-brackets.ts";
import falcoLostChange from "./falco/lost-change.ts";
import falcoMalformedTag from "./falco/malformed-tag.ts";
import falcoMatchesEverything from "./falco/matches-everything.ts";
import falcoMissedVariant from "./falco/missed-variant.ts";
import falcoMissingTags from "./falco/missing-tags.ts";
import falcoMitreTag from "./falco/mitre-tag.ts";
import falcoModifierAsText from "./falco/modifier-as-text.ts";
import falcoModifierIgnored from "./falco/modifier-ignored.ts";
import falcoModifierMixedUp from "./falco/modifier-mixed-up.ts";
import falcoMountArgumentIsRegex from "./falco/mount-argument-is-regex.ts";
import falcoNegatedEventType from "./falco/negated-event-type.ts";
import falcoNetworkAnyofNeverMatches from "./falco/network-anyof-never-matches.ts";
import falcoNetworkHostBits from "./falco/network-host-bits.ts";
import falcoNetworkLengthWraps from "./falco/network-length-wraps.ts";
import falcoNeverFires from "./falco/never-fires.ts";
import falcoNeverTrue from "./falco/never-true.ts";
import falcoNoEvttype from "./falco/no-evttype.ts";
import falcoNotEqualAbsent from "./falco/not-equal-absent.ts";
import falcoNumberWraps from "./falco/number-wraps.ts";
import falcoOperatorGlued from "./falco/operator-glued.ts";
import falcoOutputBracketsStayText from "./falco/output-brackets-stay-text.ts";
import falcoOutputFields from "./falco/output-fields.ts";
import falcoPmatchWildcardsCrash from "./falco/pmatch-wildcards-crash.ts";
import falcoPriorityWord from "./falco/priority-word.ts";
import falcoRawargInNeverMatches from "./falco/rawarg-in-never-matches.ts";
import falcoRedefined from "./falco/redefined.ts";
import falcoRedundantCheck from "./falco/redundant-check.ts";
import falcoRegexBackspace from "./falco/regex-backspace.ts";
import falcoRegexPosixClass from "./falco/regex-posix-class.ts";
import falcoRegexSimpler from "./falco/regex-simpler.ts";
import falcoRegexWholeValue from "./falco/regex-whole-value.ts";
import falcoShadowedRule from "./falco/shadowed-rule.ts";
import falcoShadowedValue from "./falco/shadowed-value.ts";
import falcoSilencingException from "./falco/silencing-exception.ts";
import falcoSimilarName from "./falco/similar-name.ts";
import falcoTextOrder from "./falco/text-order.ts";
import falcoTransformedListNeverMatches from "./falco/transformed-list-never-matches.ts";
import falcoUnknownFilter from "./falco/unknown-filter.ts";
import falcoUnknownItem from "./falco/unknown-item.ts";
import falcoUnknownKey from "./falco/unknown-key.ts";
import falcoUnknownSource from "./falco/unknown-source.ts";
import falcoUnsafeNaCheck from "./falco/unsafe-na-check.ts";
import falcoUnusedDefinition from "./falco/unused-definition.ts";
import falcoUnusedList from "./falco/unused-list.ts";
import falcoUnusedMacro from "./falco/unused-macro.ts";
import falcoValidate from "./falco/validate.ts";
import falcoWildcardIsLiteral from "./falco/wildcard-is-literal.ts";
import falcoYamlParse from "./falco/yaml-parse.ts";
import falcoYamlValidate from "./falco/yaml-validate.ts";
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
import sidekickPlaceholder from "./sidekick/placeholder.ts";
import sidekickSingleReplica from "./sidekick/single-replica.ts";
import sidekickUnknownSetting from "./sidekick/unknown-setting.ts";
import sidekickUnpagedCritical from "./sidekick/unpaged-critical.ts";
import sidekickUnreachedPriority from "./sidekick/unreached-priority.ts";
import stackCapabilities from "./stack/capabilities.ts";
import stackConfigKey from "./stack/config-key.ts";
import stackConfigValue from "./stack/config-value.ts";
import stackContainerPlugin from "./stack/container-plugin.ts";
import stackControlPlaneToleration from "./stack/control-plane-toleration.ts";
import stackDefaultRulesLast from "./stack/default-rules-last.ts";
import stackDropAlerts from "./stack/drop-alerts.ts";
import stackDuplicateRule from "./stack/duplicate-rule.ts";
import stackGrpcClient from "./stack/grpc-client.ts";
import stackHostMounts from "./stack/host-mounts.ts";
import stackHttpOutput from "./stack/http-output.ts";
import stackHttpPlain from "./stack/http-plain.ts";
import stackImageTag from "./stack/image-tag.ts";
import stackImplicitEngine from "./stack/implicit-engine.ts";
import stackJsonOutput from "./stack/json-output.ts";
import stackMetrics from "./stack/metrics.ts";
import stackMissingRulesFile from "./stack/missing-rules-file.ts";
import stackMissingSource from "./stack/missing-source.ts";
import stackNetworkPolicy from "./stack/network-policy.ts";
import stackNoOutput from "./stack/no-output.ts";
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
import yamlDuplicateKey from "./yaml/duplicate-key.ts";
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
  falcoEmptyListCrashes,
  falcoEmptyList,
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
  falcoUnknownFilter,
  falcoUnknownItem,
  falcoUnknownKey,
  falcoUnknownSource,
  falcoUnsafeNaCheck,
  falcoUnusedDefinition,
  falcoUnusedList,
  falcoUnusedMacro,
  falcoValidate,
  falcoWildcardIsLiteral,
  falcoYamlParse,
  falcoYamlValidate,
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
  sidekickPlaceholder,
  sidekickSingleReplica,
  sidekickUnknownSetting,
  sidekickUnpagedCritical,
  sidekickUnreachedPriority,
  stackCapabilities,
  stackConfigKey,
  stackConfigValue,
  stackContainerPlugin,
  stackControlPlaneToleration,
  stackDefaultRulesLast,
  stackDropAlerts,
  stackDuplicateRule,
  stackGrpcClient,
  stackHostMounts,
  stackHttpOutput,
  stackHttpPlain,
  stackImageTag,
  stackImplicitEngine,
  stackJsonOutput,
  stackMetrics,
  stackMissingRulesFile,
  stackMissingSource,
  stackNetworkPolicy,
  stackNoOutput,
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
  yamlDuplicateKey,
  yamlSyntax,
];
