import { expect, test } from "vitest";
import { canFire } from "../../src/proof/can-fire.ts";

const feed = { sources: new Set(["syscall"]), highVolume: false, removed: new Set(["ptrace"]) };
const listens = (...events: string[]) => ({ source: "syscall", eventTypes: new Set(events) });

test("a rule that hears of an event can fire", () => {
  expect(canFire(listens("open", "read"), feed)).toEqual({ can: true });
  expect(canFire(listens("read"), { ...feed, highVolume: true })).toEqual({ can: true });
  expect(canFire({ source: "syscall", eventTypes: undefined }, feed)).toEqual({ can: true });
});

test("a rule that hears of none cannot", () => {
  const why = (rule: Parameters<typeof canFire>[0]) => {
    const firing = canFire(rule, feed);
    return firing.can ? undefined : firing.why;
  };
  expect(why({ source: "k8s_audit", eventTypes: undefined })).toBe(
    "Falco gets no events of source `k8s_audit`.",
  );
  expect(why(listens())).toBe("The condition can be true for no kind of event.");
  expect(why(listens("ptrace"))).toBe("`base_syscalls.custom_set` takes away `ptrace`.");
  expect(why(listens("read", "write"))).toBe(
    "Falco does not look at `read`, `write` unless `base_syscalls.all` is true.",
  );
});
