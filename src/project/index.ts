/** The door of the project room: a site's files and its server's configuration, as immutable values. */
export {
  type Configuration,
  defaultConfiguration,
  optionNames,
  SERVER_INI,
  stringifyConfiguration,
} from "./configuration.ts";
export { applyChanges, diffProjects } from "./diff.ts";
export {
  addFile,
  createProject,
  type Edit,
  MAX_FILES,
  sameContent,
  writeFile,
} from "./edits.ts";
export { editConfiguration } from "./ini-edits.ts";
export { MANUAL_EXAMPLE_FOLDER, manualExampleFiles } from "./manual-example.ts";
export { checkPath } from "./paths.ts";
export { emptyProject, type FileContent, type Project } from "./project.ts";
export { removeFile, renameFile } from "./renames.ts";
export {
  type ConfigurationError,
  type ParsedConfiguration,
  parseConfiguration,
} from "./server-ini.ts";
