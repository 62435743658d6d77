import { describe, expect, test } from "vitest";
import { isMountField, mountValues } from "../../../src/proof/reference/mounts.ts";

const mounts = "/etc:/host/etc:ro:false:rprivate,/srv/products:/data::true:rslave";

describe("the mount that a field finds", () => {
  test.each([
    // Searched for as a regular expression among the sources: any path has a slash.
    ["container.mount.dest[/]", "/host/etc"],
    ["container.mount.dest[^/$]", undefined],
    ["container.mount.dest[^/etc$]", "/host/etc"],
    ["container.mount.dest[/proc*]", "/data"],
    ["container.mount.source[^/data$]", "/srv/products"],
    ["container.mount.rdwr[^/srv]", "true"],
    ["container.mount[1]", "/srv/products:/data::true:rslave"],
    ["container.mount[2]", undefined],
    ["container.mount.dest[*.sock]", undefined],
    ["container.mount.dest[(a+)+$]", undefined],
  ])("%s: %j", (field, value) => {
    expect(mountValues(mounts, [field]).get(field)).toBe(value);
  });
});

test("other fields are none", () => {
  expect(isMountField("container.mounts")).toBe(false);
  expect(isMountField("container.mount.dest[/etc]")).toBe(true);
});
