/** Settings that come with the product, by the name under `extends`. */
export const presets: Readonly<Record<string, Preset>> = {
  recommended: {
    settings: `level: routed
fail-on: error
min-confidence: medium
fail-on-regression: true
gate: base
`,
  },
  strict: {
    settings: `extends: [recommended]
level: proven
fail-on: warning
min-confidence: low
min-breadth: 75
assume: {secrets: strict}
`,
  },
  pci: {
    settings: `extends: [recommended]
min-coverage: {pci-dss: 100}
`,
  },
  "fedramp-high": {
    settings: `extends: [recommended]
min-coverage: {fedramp: 100}
policies: [fedramp-high]
`,
    policies: `policies:
  - id: fedramp-high-baseline
    severity: error
    message: The matrix asks for another baseline of FedRAMP than High.
    help: 'Write "baseline: high" beside "id: fedramp" in the matrix.'
    each: control
    assert: 'control.framework != "fedramp" || control.baseline == "high"'
`,
  },
  hipaa: {
    settings: `extends: [recommended]
min-coverage: {hipaa: 100}
`,
  },
};

interface Preset {
  readonly settings: string;
  readonly policies?: string;
}
