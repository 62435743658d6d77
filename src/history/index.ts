export { checkedOut, commitsBetween } from "./commits.ts";
export { earlierInHistory } from "./earlier.ts";
export { git } from "./git.ts";
