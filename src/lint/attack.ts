import attack from "./data/attack.json" with { type: "json" };

/** The edition of ATT&CK for enterprises that this is from. */
export const attackVersion: string = attack.version;

/** Ids of tactics by their name in tags: `initial_access` is TA0001. */
export const tacticIds: ReadonlyMap<string, string> = new Map(Object.entries(attack.tactics));

/** Ids that MITRE took back, by the id that took their place; empty where none did. */
export const retiredIds: ReadonlyMap<string, string> = new Map(Object.entries(attack.retired));

/** Names of tactics by technique and sub-technique. */
export const techniques: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(attack.techniques).flatMap(([tactics, ids]) =>
    ids.split(" ").map((id) => [id, tactics.split(" ")] as const),
  ),
);
