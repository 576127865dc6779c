/** The classes of this room that a world may hold, for the image catalogue. */
import { CookieJar, StoredCookie } from "./cookie-jar.ts";

/** Name ↔ class; `blank` makes an empty instance for a copy to fill. */
export const browserShapes = [
  { name: "CookieJar", class: CookieJar, blank: () => new CookieJar() },
  { name: "StoredCookie", class: StoredCookie, blank: () => new StoredCookie("", "", 0) },
];
