export { checkedOut, commitsBetween } from "./commits.ts";
export { commitInHistory, type EarlierCommit, earlierInHistory, isAttributes } from "./earlier.ts";
export { git } from "./git.ts";
