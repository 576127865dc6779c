/**
 * An uploaded file as a script sees it: `_photo.filename`, `_photo.value`, `_photo.file.read()`.
 * The names are those of Python 2's `cgi.FieldStorage`.
 */
import { builtinType, defineMethods, PyList, PyObject, type Value } from "../python/index.ts";
import type { Upload } from "./form-fields.ts";

export const uploadType = builtinType("FieldStorage");
export const uploadFileType = builtinType("UploadedFile");

/** The uploaded file with what the form said about it. */
export class UploadObject extends PyObject {
  name: string;
  upload: Upload;
  file: UploadFileObject;
  constructor(name: string, upload: Upload) {
    super(uploadType);
    this.name = name;
    this.upload = upload;
    this.file = new UploadFileObject(upload.content);
  }
}

/** Its content, to be read like an open file. */
export class UploadFileObject extends PyObject {
  content: string;
  position = 0;
  constructor(content: string) {
    super(uploadFileType);
    this.content = content;
  }
}

uploadType.slots = {
  repr: (_vm, self: UploadObject) => `FieldStorage('${self.name}', '${self.upload.filename}')`,
  getAttribute(_vm, self: UploadObject, name) {
    if (name === "filename") return self.upload.filename;
    if (name === "value") return self.upload.content;
    if (name === "type") return self.upload.mediaType;
    if (name === "name") return self.name;
    return name === "file" ? self.file : undefined;
  },
};

/** The next `size` bytes; all of them when `size` is absent or negative. */
function take(self: UploadFileObject, size: Value | undefined): string {
  const end = typeof size === "number" && size >= 0 ? self.position + size : self.content.length;
  const piece = self.content.slice(self.position, end);
  self.position += piece.length;
  return piece;
}

function takeLine(self: UploadFileObject): string {
  const at = self.content.indexOf("\n", self.position);
  return take(self, at < 0 ? undefined : at + 1 - self.position);
}

function takeLines(self: UploadFileObject): PyList {
  const lines: string[] = [];
  for (let line = takeLine(self); line !== ""; line = takeLine(self)) lines.push(line);
  return new PyList(lines);
}

uploadFileType.slots = {
  iterate: (_vm, self: UploadFileObject) => self,
  next: (_vm, self: UploadFileObject) => takeLine(self) || undefined,
};

defineMethods(uploadFileType, {
  read: (_vm, [self, size]) => take(self as UploadFileObject, size),
  readline: (_vm, [self]) => takeLine(self as UploadFileObject),
  readlines: (_vm, [self]) => takeLines(self as UploadFileObject),
  tell: (_vm, [self]) => (self as UploadFileObject).position,
  seek(_vm, [self, position = 0]) {
    (self as UploadFileObject).position = typeof position === "number" ? Math.max(0, position) : 0;
    return null;
  },
  close: () => null,
});
