import { describe, expect, it } from "vitest";
import { lookUp } from "../../src/compliance/control-id.ts";
import { frameworkHeads, frameworkIds, loadFramework } from "../../src/compliance/framework.ts";
import { TagReader, writeComplianceTag } from "../../src/compliance/tags.ts";

const tagReader = new TagReader(frameworkHeads.values());
const framework = async (id: string) => (await loadFramework(id))!;

describe("control ids", () => {
  it.each([
    ["gdpr", "Article 32(1)(b)", "Art. 32(1)(b)"],
    ["gdpr", "32(1)(b)", "Art. 32(1)(b)"],
    ["gdpr", "Art.32", "Art. 32"],
    ["gdpr", "art. 32", "Art. 32"],
    ["fedramp", "AC-2 (1)", "AC-2(1)"],
    ["fedramp", "ac-2.1", "AC-2(1)"],
    ["fedramp", "AC-02(01)", "AC-2(1)"],
    ["fedramp", "si-04", "SI-4"],
    ["pci-dss", "Req-10.2.1.1", "10.2.1.1"],
    ["pci-dss", "10.2.1.1.a", "10.2.1.1"],
    ["pci-dss", "Requirement 11.5.2", "11.5.2"],
    ["iso27001", "8.15", "A.8.15"],
    ["iso27001", "A 8.15", "A.8.15"],
    ["hipaa", "164.312 (b)", "164.312(b)"],
    ["hipaa", "§ 164.312(b)", "164.312(b)"],
    ["hipaa", "45 CFR 164.312(b)", "164.312(b)"],
    ["soc2", "cc6.8", "CC6.8"],
    ["soc2", "CC 6.8", "CC6.8"],
  ])("%s: %s is %s", async (id, written, expected) => {
    const found = lookUp(await framework(id), written);
    expect(found.kind === "control" || found.kind === "ambiguous" ? found.control.id : found).toBe(expected);
  });

  it.each(frameworkIds)("of %s are found without case, punctuation and leading zeros", async (id) => {
    const catalog = await framework(id);
    for (const control of catalog.controls.keys()) {
      const written = control.toLowerCase().replace(/[()\s.-]+/g, "_");
      const found = lookUp(catalog, written);
      expect("control" in found ? found.control.id : found, written).toBe(control);
    }
  });

  it("tells a number that went, one that was reused, a heading and a slip of the pen apart", async () => {
    const pci = await framework("pci-dss");
    expect(lookUp(pci, "10.6")).toMatchObject({
      kind: "group",
      previous: { successors: ["10.4.1", "10.4.2", "10.4.3"] },
    });
    expect(lookUp(pci, "1.1.3")).toMatchObject({ kind: "retired", previous: { successors: ["1.2.4"] } });
    expect(lookUp(pci, "10.2.1")).toMatchObject({ kind: "ambiguous" });
    expect(lookUp(await framework("iso27001"), "A.12.4")).toMatchObject({ kind: "retired" });
    expect(lookUp(await framework("fedramp"), "AC-3(1)")).toMatchObject({
      kind: "retired",
      previous: { successors: ["AC-6"] },
    });
    expect(lookUp(await framework("soc2"), "CC6.88")).toEqual({ kind: "unknown", suggestion: "CC6.8" });
  });
});

describe("frameworks", () => {
  it.each(frameworkIds)(
    "%s is whole: parents and successors exist, `detect` names signals, `none` a reason",
    async (id) => {
      const { controls, previous, aliases } = await framework(id);
      for (const control of controls.values()) {
        if (control.parent !== undefined) expect(controls.has(control.parent), control.id).toBe(true);
        expect(control.why, control.id).not.toBe("");
        if (control.runtime === "detect" && !control.group)
          expect(control.signals.length, control.id).toBeGreaterThan(0);
      }
      for (const { id: old, successors } of previous.values()) {
        for (const successor of successors)
          expect(controls.has(successor), `${old} -> ${successor}`).toBe(true);
      }
      for (const target of aliases.values()) expect(controls.has(target)).toBe(true);
    },
  );

  it("has FedRAMP's baselines in full", async () => {
    const { controls } = await framework("fedramp");
    const count = (baseline: string) =>
      [...controls.values()].filter((control) => control.baselines?.includes(baseline)).length;
    expect([count("low"), count("moderate"), count("high")]).toEqual([156, 323, 410]);
  });

  it("counts GDPR by article", async () => {
    const { controls } = await framework("gdpr");
    expect([...controls.values()].filter((control) => control.counted).length).toBe(99);
  });
});

describe("compliance tags", () => {
  it.each([
    ["PCI_DSS_10.2.1.1", "pci-dss", "10.2.1.1"],
    ["pci-dss-10.2.1", "pci-dss", "10.2.1"],
    ["PCI", undefined, undefined],
    ["PCI_DSS_v4.0", undefined, undefined],
    ["PCI_DSS_v4.0_A1.1.1", "pci-dss", "A1.1.1"],
    ["pcidss req 10.2", "pci-dss", "req 10.2"],
    ["SOC2_type2", undefined, undefined],
    ["SOC22_CC6.8", undefined, undefined],
    ["fedramp-moderate", undefined, undefined],
    ["fedramp-moderate-ac-2", "fedramp", "ac-2"],
    ["GDPRArt32", "gdpr", "32"],
    ["NIST_800-53_AC-2", "fedramp", "AC-2"],
    ["FedRAMP_SI-4", "fedramp", "SI-4"],
    ["HIPAA_164.312(b)", "hipaa", "164.312(b)"],
    ["SOC2_CC6.8", "soc2", "CC6.8"],
    ["SOC2_A1.2", "soc2", "A1.2"],
    ["GDPR_Art.32", "gdpr", "Art.32"],
    ["GDPR_32.1.b", "gdpr", "32.1.b"],
    ["ISO_27001_A.8.15", "iso27001", "A.8.15"],
    ["ISO27001_8.15", "iso27001", "8.15"],
    ["mitre_execution", undefined, undefined],
    ["T1059", undefined, undefined],
  ])("%s", (tag, framework, controlId) => {
    expect(tagReader.read(tag)).toEqual(framework === undefined ? undefined : { framework, controlId });
  });

  it.each(frameworkIds)("of %s are read as they are written", async (id) => {
    const catalog = await framework(id);
    for (const control of catalog.controls.values()) {
      if (control.group) continue;
      const read = tagReader.read(writeComplianceTag(catalog, control.id))!;
      const found = lookUp(catalog, read.controlId);
      expect(found.kind === "control" || found.kind === "ambiguous" ? found.control.id : found).toBe(
        control.id,
      );
    }
  });
});
