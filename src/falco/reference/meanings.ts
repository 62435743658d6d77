import cloudtrail from "./data/cloudtrail.json" with { type: "json" };
import container from "./data/container.json" with { type: "json" };
import evt from "./data/evt.json" with { type: "json" };
import fd from "./data/fd.json" with { type: "json" };
import fs from "./data/fs.json" with { type: "json" };
import gcp from "./data/gcp.json" with { type: "json" };
import github from "./data/github.json" with { type: "json" };
import json from "./data/json.json" with { type: "json" };
import k8s from "./data/k8s.json" with { type: "json" };
import k8smeta from "./data/k8smeta.json" with { type: "json" };
import ka from "./data/ka.json" with { type: "json" };
import legacy from "./data/legacy.json" with { type: "json" };
import okta from "./data/okta.json" with { type: "json" };
import proc from "./data/proc.json" with { type: "json" };
import thread from "./data/thread.json" with { type: "json" };
import user from "./data/user.json" with { type: "json" };

/** What a field says. From the source of libsinsp and of the plugins: what they extract, not what they call it. */
export interface FieldMeaning {
  readonly meaning: string;
  /** What to know before it is used: where it has no value, and which field is near. */
  readonly note?: string;
  /** The only events on which it has a value. */
  readonly on?: string;
  /** A condition with it; none for fields that rules have no use for. */
  readonly example?: string;
}

/** By the names of fields, of all versions and plugins. */
export const meanings: ReadonlyMap<string, FieldMeaning> = new Map(
  [
    ...[evt, fd, fs, proc, thread, user, container, k8s, k8smeta],
    ...[ka, json, cloudtrail, github, okta, gcp, legacy],
  ].flatMap((group) => Object.entries<FieldMeaning>(group)),
);
