/**
 * What the user states about things that the repository cannot show: the `assume` section of the
 * configuration. Names may be `namespace/name`, or `name` for any namespace.
 */
export interface AssumptionSettings {
  /** Secrets made by other means, with every key that is used and with working values. */
  readonly secrets?: readonly string[];
  /** ConfigMaps made by other means. */
  readonly configMaps?: readonly string[];
  /** Services that take Falco's alerts and bring them to somebody. */
  readonly services?: readonly string[];
  /** Output channels of Falco (`stdout`, `syslog`, `file`, `program`) that somebody reads. */
  readonly outputs?: readonly string[];
  /** Event sources that are fed by other means, such as a plugin of one's own. */
  readonly sources?: readonly string[];
  /** Version of Falco where the image does not tell. */
  readonly falcoVersion?: string;
}

/** JSON Schema of {@link AssumptionSettings}. */
export const assumeSchema = {
  type: "object",
  additionalProperties: false,
  properties: {
    secrets: names("Secrets made by other means, as namespace/name or name."),
    configMaps: names("ConfigMaps made by other means, as namespace/name or name."),
    services: names("Services that bring alerts to somebody, as namespace/name or name."),
    outputs: {
      ...names("Output channels of Falco that somebody reads."),
      items: { enum: ["stdout", "syslog", "file", "program"] },
    },
    sources: names("Event sources that are fed by other means."),
    falcoVersion: {
      type: "string",
      description: "Version of Falco where the image does not tell.",
      pattern: "^\\d+\\.\\d+\\.\\d+$",
    },
  },
} as const;

function names(description: string) {
  return { type: "array", description, items: { type: "string", minLength: 1 }, uniqueItems: true } as const;
}

const lists = { Secret: "secrets", ConfigMap: "configMaps", Service: "services" } as const;

export class Assumptions {
  readonly settings: AssumptionSettings;

  constructor(settings: AssumptionSettings = {}) {
    this.settings = settings;
  }

  has(kind: keyof typeof lists, name: string, namespace: string | undefined): boolean {
    const stated = this.settings[lists[kind]] ?? [];
    return stated.includes(name) || (namespace !== undefined && stated.includes(`${namespace}/${name}`));
  }
}
