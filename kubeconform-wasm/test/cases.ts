import type { ValidatorOptions } from "../src/index.ts";

/** One run over a file of test/fixtures. */
export interface Case {
  file: string;
  options: Pick<
    ValidatorOptions,
    "strict" | "ignoreMissingSchemas" | "skip" | "reject" | "kubernetesVersion"
  >;
}

/** What kubeconform says of one resource. */
export interface Verdict {
  status: string;
  kind?: string;
  apiVersion?: string;
  name?: string;
  /** `path: words`, sorted; of an unknown field only its path. */
  errors?: string[];
  message?: string;
}

const FILES = [
  "../../scripts/warm-up.yaml",
  "other-kinds.yaml",
  "invalid.yaml",
  "documents.yaml",
  "lists.yaml",
  "list.json",
  "yaml.yaml",
  "duplicate-keys.yaml",
  "crlf.yaml",
  "bom.yaml",
  "empty.yaml",
  "blank.yaml",
  "comment.yaml",
  "separator.yaml",
];

export const CASES: Case[] = [
  ...FILES.flatMap((file): Case[] => [
    { file, options: {} },
    { file, options: { strict: true } },
  ]),
  ...["invalid.yaml", "lists.yaml"].flatMap((file): Case[] => [
    { file, options: { ignoreMissingSchemas: true } },
    {
      file,
      options: {
        strict: true,
        ignoreMissingSchemas: true,
        skip: ["Pod", "apps/v1/Deployment", "v2/ConfigMap"],
      },
    },
    { file, options: { reject: ["Service", "v1/ConfigMap", "Unknown"] } },
    { file, options: { skip: ["Service", "List"], reject: ["Service", "List", "Pod"] } },
  ]),
  ...["1.29", "1.33", "1.36"].flatMap((kubernetesVersion): Case[] => [
    { file: "../../scripts/warm-up.yaml", options: { strict: true, kubernetesVersion } },
    { file: "other-kinds.yaml", options: { kubernetesVersion } },
    { file: "invalid.yaml", options: { strict: true, kubernetesVersion } },
  ]),
];
