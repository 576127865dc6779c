/** What a jar holds, one row per cookie with what can be done with it, and what went along with a request. */
import type { BrowserView, CookieView } from "../../protocol/index.ts";
import type { TrafficRow } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import { pointing, RequestLink, SessionBadge, useHighlight } from "./badge.tsx";
import { deleteCookies, isSessionKey } from "./cookie-actions.ts";
import { IconButton } from "./icon.tsx";
import { copy, pencil, trash } from "./icons.ts";
import { withheldBecause } from "./request-story.ts";
import "./cookie-table.css";
import "./data-table.css";

/** What needs a dialog: a new cookie, a changed one, a copy for another browser. */
export type CookieTask =
  | { kind: "add"; browser: string }
  | { kind: "edit" | "copy"; browser: string; cookie: CookieView };

type OnTask = (task: CookieTask) => void;

/** The jar of `browser`, which is not empty. */
export function CookieTable({ browser, onTask }: { browser: BrowserView; onTask: OnTask }) {
  const words = useAllWords();
  return (
    <table class="data-table">
      <thead>
        <tr>
          <th scope="col">{words.colName}</th>
          <th scope="col">{words.colValue}</th>
          <th scope="col">{words.colPath}</th>
          <th scope="col">{words.colExpires}</th>
          <th scope="col">{words.colFlags}</th>
          <th scope="col">{words.colSetBy}</th>
          <th scope="col">
            <span class="visually-hidden">{words.colActions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {browser.cookies.map((cookie) => (
          <CookieRow
            key={`${cookie.name} ${cookie.path}`}
            browser={browser.id}
            cookie={cookie}
            onTask={onTask}
          />
        ))}
      </tbody>
    </table>
  );
}

function CookieRow({ browser, cookie, onTask }: { browser: string; cookie: CookieView; onTask: OnTask }) {
  const app = useApp();
  const { inspector, preferences } = app;
  const words = useAllWords();
  const key = `cookie:${browser}:${cookie.name}`;
  const isKey = isSessionKey(app, cookie.value);
  const highlight = useHighlight(key);
  const hue = isKey ? `--hue: ${inspector.hueOfSession(cookie.value)}` : "";
  return (
    <tr class={highlight} style={hue} {...pointing(inspector, key)}>
      <th scope="row" class="value">
        {cookie.name}
      </th>
      <td class="value">
        {isKey ? <SessionBadge id={cookie.value} whole /> : cookie.value}
        {isKey && <span class="visually-hidden"> {words.keyOfSession}</span>}
      </td>
      <td class="value" data-label={words.colPath}>
        {cookie.path}
      </td>
      <td class="expiry" title={cookie.expires} data-label={words.colExpires}>
        {cookie.expires === undefined
          ? words.untilBrowserCloses
          : new Date(cookie.expires).toLocaleString(preferences.language.value)}
      </td>
      <td data-label={words.colFlags}>{flagsOf(cookie) || <span class="soft">{words.none}</span>}</td>
      <td data-label={words.colSetBy}>
        {cookie.setBy === undefined ? words.you : <RequestLink request={cookie.setBy} />}
      </td>
      <td class="row-actions">
        <IconButton
          icon={pencil}
          label={words.editCookie(cookie.name)}
          onClick={() => onTask({ kind: "edit", browser, cookie })}
        />
        <IconButton
          icon={copy}
          label={words.copyCookieTo(cookie.name)}
          onClick={() => onTask({ kind: "copy", browser, cookie })}
        />
        <IconButton
          icon={trash}
          label={words.deleteCookie(cookie.name)}
          onClick={() => void deleteCookies(app, browser, [cookie])}
        />
      </td>
    </tr>
  );
}

/** What went with the newest request: the sentence that explains a session found, or not found. */
export function CookiesOfRequest({ row }: { row: TrafficRow }) {
  const words = useAllWords();
  const { pathname, search } = new URL(row.url);
  return (
    <div class="cookies-of-request">
      <h3>
        {words.lastRequestTitle(row.request)} <code>{`${row.method} ${pathname}${search}`}</code>
      </h3>
      {row.cookiesSent.length + row.cookiesWithheld.length === 0 && <p>{words.noCookieSent}</p>}
      <ul>
        {row.cookiesSent.map(({ name, value }) => (
          <li key={`sent ${name}`}>
            <span class="verdict is-sent">{words.cookieSent}</span> <code>{`${name}=${value}`}</code>
          </li>
        ))}
        {row.cookiesWithheld.map(({ name, reason }) => (
          <li key={`withheld ${name}`}>
            <span class="verdict is-withheld">{words.cookieWithheld}</span> <code>{name}</code>{" "}
            {withheldBecause(reason, words)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function flagsOf({ httpOnly, secure, sameSite }: CookieView): string {
  const flags = [
    httpOnly && "HttpOnly",
    secure && "Secure",
    sameSite !== undefined && `SameSite=${sameSite}`,
  ];
  return flags.filter(Boolean).join(", ");
}
