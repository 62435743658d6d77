/** A compliance tag of a Falco rule, such as `PCI_DSS_10.2.1.1` or `SOC2_CC6.8`. */
export interface ComplianceTag {
  readonly framework: string;
  /** The control id as written in the tag. */
  readonly controlId: string;
}

const separator = "[\\s_:./-]*";
const prefixes: readonly { readonly framework: string; readonly pattern: RegExp }[] = [
  { framework: "soc2", pattern: /^soc[\s_-]?2[\s_:./-]*(?=(?:cc|pi|a|c|p)\d)/i },
  { framework: "hipaa", pattern: /^hipaa[\s_:./-]*(?=\D{0,3}\d)/i },
  {
    framework: "pci-dss",
    pattern: new RegExp(
      `^pci${separator}(?:dss${separator})?(?:v?4\\.0(?:\\.1)?[\\s_:/-]+)?(?:req${separator})?(?=[a]?\\d)`,
      "i",
    ),
  },
  { framework: "gdpr", pattern: /^gdpr[\s_:./-]*(?=(?:art)?[\s._-]*\d|article)/i },
  {
    framework: "fedramp",
    pattern: new RegExp(
      `^(?:fedramp|nist${separator}(?:sp${separator})?800-53(?:r\\d)?)${separator}(?:(?:high|moderate|low)${separator})?(?=[a-z]{2}-\\d)`,
      "i",
    ),
  },
  {
    framework: "iso27001",
    pattern: /^iso(?:[\s_-]?iec)?[\s_-]?27001(?::?20(?:13|22))?[\s_:./-]*(?=(?:a[\s._-]?)?\d)/i,
  },
];

/** Reads a tag as the name of a control; undefined for any other tag. */
export function readComplianceTag(tag: string): ComplianceTag | undefined {
  if (tag.length > 100) return undefined;
  for (const { framework, pattern } of prefixes) {
    const match = pattern.exec(tag);
    if (match !== null) return { framework, controlId: tag.slice(match[0].length) };
  }
  return undefined;
}

/** How a tag for a control is written. */
export function writeComplianceTag(framework: string, controlId: string): string {
  switch (framework) {
    case "soc2":
      return `SOC2_${controlId}`;
    case "hipaa":
      return `HIPAA_${controlId}`;
    case "pci-dss":
      return `PCI_DSS_${controlId}`;
    case "gdpr":
      return `GDPR_${controlId.replace(/\s/g, "")}`;
    case "fedramp":
      return `FedRAMP_${controlId}`;
    case "iso27001":
      return `ISO_27001_${controlId}`;
    default:
      return `${framework}_${controlId}`;
  }
}
