export { commandedConfigMaps } from "./config-maps.ts";
export { type Commanded, readCommands } from "./helm-commands.ts";
