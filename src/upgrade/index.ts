export { raise } from "./raise.ts";
