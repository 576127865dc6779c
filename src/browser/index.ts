/** A simulated browser's memory: which cookies it keeps, which go along with a request, and why the others do not. */

export {
  type CookieDraft,
  type CookieEdit,
  type CookieKey,
  copyCookie,
  endBrowserSession,
  setCookie,
  takeCookies,
} from "./cookie-edits.ts";
export {
  CookieJar,
  type CookieRecord,
  type CookieRequest,
  type CookieStored,
  cookieHeader,
  storeCookies,
  viewCookies,
} from "./cookie-jar.ts";
export { browserShapes } from "./shapes.ts";
