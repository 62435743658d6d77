// Made from the files in policies/signals by `npm run build`; a test refuses a stale one.
import accountChange from "../../../policies/signals/account-change.yaml";
import attackTool from "../../../policies/signals/attack-tool.yaml";
import auditLogRead from "../../../policies/signals/audit-log-read.yaml";
import auditLogTampering from "../../../policies/signals/audit-log-tampering.yaml";
import binaryDropped from "../../../policies/signals/binary-dropped.yaml";
import bulkDataDelete from "../../../policies/signals/bulk-data-delete.yaml";
import bulkDataExport from "../../../policies/signals/bulk-data-export.yaml";
import cleartextProtocol from "../../../policies/signals/cleartext-protocol.yaml";
import cloudMetadataAccess from "../../../policies/signals/cloud-metadata-access.yaml";
import containerEscape from "../../../policies/signals/container-escape.yaml";
import credentialAccess from "../../../policies/signals/credential-access.yaml";
import credentialsInConfig from "../../../policies/signals/credentials-in-config.yaml";
import cryptoKeyAccess from "../../../policies/signals/crypto-key-access.yaml";
import cryptominer from "../../../policies/signals/cryptominer.yaml";
import dbConnectionUnexpected from "../../../policies/signals/db-connection-unexpected.yaml";
import deviceMount from "../../../policies/signals/device-mount.yaml";
import failedAuth from "../../../policies/signals/failed-auth.yaml";
import fileIntegrityApp from "../../../policies/signals/file-integrity-app.yaml";
import fileIntegrityBin from "../../../policies/signals/file-integrity-bin.yaml";
import fileIntegrityEtc from "../../../policies/signals/file-integrity-etc.yaml";
import filelessExec from "../../../policies/signals/fileless-exec.yaml";
import inboundUnexpectedService from "../../../policies/signals/inbound-unexpected-service.yaml";
import k8sExec from "../../../policies/signals/k8s-exec.yaml";
import k8sRbacChange from "../../../policies/signals/k8s-rbac-change.yaml";
import k8sSecretAccess from "../../../policies/signals/k8s-secret-access.yaml";
import k8sUnauthorizedAccess from "../../../policies/signals/k8s-unauthorized-access.yaml";
import k8sWorkloadChange from "../../../policies/signals/k8s-workload-change.yaml";
import kernelModuleLoad from "../../../policies/signals/kernel-module-load.yaml";
import logClear from "../../../policies/signals/log-clear.yaml";
import networkPolicyChange from "../../../policies/signals/network-policy-change.yaml";
import outboundUnexpected from "../../../policies/signals/outbound-unexpected.yaml";
import packageInstall from "../../../policies/signals/package-install.yaml";
import packetSniffing from "../../../policies/signals/packet-sniffing.yaml";
import persistence from "../../../policies/signals/persistence.yaml";
import privilegeEscalation from "../../../policies/signals/privilege-escalation.yaml";
import privilegedContainer from "../../../policies/signals/privileged-container.yaml";
import privilegedSession from "../../../policies/signals/privileged-session.yaml";
import shared from "../../../policies/signals/profiles.yaml";
import ptrace from "../../../policies/signals/ptrace.yaml";
import remoteAccess from "../../../policies/signals/remote-access.yaml";
import reverseShell from "../../../policies/signals/reverse-shell.yaml";
import securityToolTamper from "../../../policies/signals/security-tool-tamper.yaml";
import sensitiveDataRead from "../../../policies/signals/sensitive-data-read.yaml";
import sensitiveMount from "../../../policies/signals/sensitive-mount.yaml";
import setuidChange from "../../../policies/signals/setuid-change.yaml";
import shellFromService from "../../../policies/signals/shell-from-service.yaml";
import shellInContainer from "../../../policies/signals/shell-in-container.yaml";
import timeChange from "../../../policies/signals/time-change.yaml";
import unexpectedImage from "../../../policies/signals/unexpected-image.yaml";
import unexpectedProcess from "../../../policies/signals/unexpected-process.yaml";
import type { Profiles, SignalFile } from "./signal-file.ts";

/** The profiles that every file may name. */
export const profiles: Profiles = (shared as { profiles: Profiles }).profiles;

/** The reference events of each signal. */
export const signalFiles = [
  accountChange,
  attackTool,
  auditLogRead,
  auditLogTampering,
  binaryDropped,
  bulkDataDelete,
  bulkDataExport,
  cleartextProtocol,
  cloudMetadataAccess,
  containerEscape,
  credentialAccess,
  credentialsInConfig,
  cryptoKeyAccess,
  cryptominer,
  dbConnectionUnexpected,
  deviceMount,
  failedAuth,
  fileIntegrityApp,
  fileIntegrityBin,
  fileIntegrityEtc,
  filelessExec,
  inboundUnexpectedService,
  k8sExec,
  k8sRbacChange,
  k8sSecretAccess,
  k8sUnauthorizedAccess,
  k8sWorkloadChange,
  kernelModuleLoad,
  logClear,
  networkPolicyChange,
  outboundUnexpected,
  packageInstall,
  packetSniffing,
  persistence,
  privilegeEscalation,
  privilegedContainer,
  privilegedSession,
  ptrace,
  remoteAccess,
  reverseShell,
  securityToolTamper,
  sensitiveDataRead,
  sensitiveMount,
  setuidChange,
  shellFromService,
  shellInContainer,
  timeChange,
  unexpectedImage,
  unexpectedProcess,
] as readonly SignalFile[];
