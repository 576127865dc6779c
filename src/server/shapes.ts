/** The classes of this room that a world may hold, and the objects that exist once in every worker, for the image catalogue. */
import { emptyProject } from "../project/index.ts";
import { defaultLimits, Interpreter, Table } from "../python/index.ts";
import { Disk, MemoryStore } from "../sessions/index.ts";
import { CookieObject, cookieErrorType, cookieType, MorselObject, morselType } from "./cookie-object.ts";
import { Upload } from "./form-fields.ts";
import { HeaderObject, headerType } from "./header-object.ts";
import type { ServerRequest } from "./messages.ts";
import { Random } from "./random.ts";
import { endingTypes } from "./script-endings.ts";
import { includeType, scriptNatives } from "./script-natives.ts";
import { ScriptObject, scriptType } from "./script-object.ts";
import { Server, ServerProcess } from "./server.ts";
import { SessionFactory, sessionFactory, sessionFactoryType } from "./session-desk.ts";
import { Site } from "./site.ts";
import { Task } from "./task.ts";
import { UploadFileObject, UploadObject, uploadFileType, uploadType } from "./upload-object.ts";

const emptySite = new Site(emptyProject);
const emptyRequest: ServerRequest = {
  id: 0,
  browser: "",
  method: "",
  url: "",
  fields: [],
  body: new Uint8Array(),
};
const emptyUpload = new Upload("", "", "");

/** Name ↔ class; `blank` makes an empty instance for a copy to fill. A `Site` never changes: copies share it. */
export const serverShapes = [
  { name: "Server", class: Server, blank: () => new Server(emptySite, new Disk(), defaultLimits) },
  {
    name: "ServerProcess",
    class: ServerProcess,
    blank: () => new ServerProcess(0, new Interpreter(new Table()), new MemoryStore()),
  },
  { name: "Task", class: Task, blank: () => new Task(emptyRequest, emptySite) },
  { name: "Random", class: Random, blank: () => new Random(0, 0, 0, 0) },
  { name: "Site", class: Site, blank: () => new Site(emptyProject), shared: true },
  { name: "HeaderObject", class: HeaderObject, blank: () => new HeaderObject() },
  { name: "CookieObject", class: CookieObject, blank: () => new CookieObject() },
  { name: "MorselObject", class: MorselObject, blank: () => new MorselObject("", "", "") },
  { name: "Upload", class: Upload, blank: () => new Upload("", "", "") },
  { name: "UploadObject", class: UploadObject, blank: () => new UploadObject("", emptyUpload) },
  { name: "UploadFileObject", class: UploadFileObject, blank: () => new UploadFileObject("") },
  { name: "SessionFactory", class: SessionFactory, blank: () => new SessionFactory() },
  {
    name: "ScriptObject",
    class: ScriptObject,
    blank: () => new ScriptObject({ file: "", language: "pih", subpath: [] }),
  },
];

const types = [
  sessionFactoryType,
  ...endingTypes,
  headerType,
  cookieType,
  morselType,
  cookieErrorType,
  uploadType,
  uploadFileType,
  scriptType,
];

/** Types and natives by name; see `Catalogue`. */
export const serverNamed: [name: string, object: object][] = [
  ...types.map((type): [string, object] => [`server.type.${type.name}`, type]),
  ["server.type.Include", includeType],
  ["server.Session", sessionFactory],
  ...[...scriptNatives].map(([name, native]): [string, object] => [`server.native.${name}`, native]),
];
