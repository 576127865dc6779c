/** What a jar holds, one row per cookie, and what went along with a request. */
import type { BrowserView, CookieView } from "../../protocol/index.ts";
import type { TrafficRow } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import { pointing, RequestLink, SessionBadge, useHighlight } from "./badge.tsx";
import { withheldBecause } from "./request-story.ts";
import "./cookie-table.css";
import "./data-table.css";

/** The jar of `browser`, which is not empty. */
export function CookieTable({ browser }: { browser: BrowserView }) {
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
        </tr>
      </thead>
      <tbody>
        {browser.cookies.map((cookie) => (
          <CookieRow key={`${cookie.name} ${cookie.path}`} browser={browser.id} cookie={cookie} />
        ))}
      </tbody>
    </table>
  );
}

function CookieRow({ browser, cookie }: { browser: string; cookie: CookieView }) {
  const { inspector, workspace } = useApp();
  const words = useAllWords();
  const key = `cookie:${browser}:${cookie.name}`;
  // Also of a session that is gone: the key stays, and the next page will adopt it.
  const isKey =
    inspector.sessionFacts.value.has(cookie.value) ||
    (workspace.state.value?.sessions.some(({ id }) => id === cookie.value) ?? false);
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
      <td class="value">{cookie.path}</td>
      <td>{cookie.expires ?? words.untilBrowserCloses}</td>
      <td>{flagsOf(cookie) || <span class="soft">{words.none}</span>}</td>
      <td>
        <RequestLink request={cookie.setBy} />
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
