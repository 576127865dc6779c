/** What the page calls the kinds of server and the places of sessions. */
import type { Configuration } from "../../project/index.ts";
import type { Words } from "../words/en.ts";

/** The name of a kind of server. */
export function kindName(server: Configuration["server"], words: Words): string {
  const names = {
    monoprocess: words.kindMonoprocess,
    multithread: words.kindMultithread,
    multiprocess: words.kindMultiprocess,
    cgi: words.kindCgi,
  };
  return names[server];
}

/** Where sessions are, as the end of a sentence. */
export function storageName(persistent: boolean, words: Words): string {
  return persistent ? words.storageDisk : words.storageMemory;
}
