export interface ChartFile {
  /** Path in the folder of the chart, or the name of the one archive (`.tgz`) that the chart is. */
  readonly name: string;
  readonly data: Uint8Array;
}

/** What Helm is told when it installs a chart. */
export interface Installation {
  readonly release: string;
  readonly namespace: string;
  /** A minor version, such as `1.34`. */
  readonly kubernetesVersion: string;
  /** Laid over the chart's own values: an object as JSON has it. */
  readonly values: unknown;
  readonly files: readonly ChartFile[];
  /** Folders in `charts/` that Helm packs from elsewhere in the repository: there their own `.helmignore` counts. */
  readonly packed?: readonly string[];
}
