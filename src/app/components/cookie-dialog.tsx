/** One cookie, written by hand. The worker says which rule of RFC 6265 stands against it, if one does. */
import { useSignal } from "@preact/signals";
import type { CookieDraft, CookieView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { saveCookie } from "./cookie-actions.ts";
import { Modal } from "./modal.tsx";

const sameSites = ["strict", "lax", "none"];
/** A cookie that is to live until a date gets an hour, unless the learner says otherwise. */
const suggestedLife = 3_600_000;

/** Open as long as it is there; `cookie` null adds one. */
export function CookieDialog({
  browser,
  cookie,
  onClose,
}: {
  browser: string;
  cookie: CookieView | null;
  onClose: () => void;
}) {
  const app = useApp();
  const words = useAllWords();
  const draft = useSignal<CookieDraft>(
    cookie ?? { name: "", value: "", path: "/", httpOnly: false, secure: false },
  );
  const refusal = useSignal<string | null>(null);

  const change = (changes: Partial<CookieDraft>) => {
    draft.value = { ...draft.value, ...changes };
    refusal.value = null;
  };
  const submit = async (event: Event, close: () => void) => {
    event.preventDefault();
    refusal.value = await saveCookie(app, browser, pick(draft.value), cookie ?? undefined);
    if (refusal.value === null) close();
  };
  return (
    <Modal titleId="cookie-dialog-title" kind="cookie-dialog" onClose={onClose}>
      {(close) => (
        <form onSubmit={(event) => void submit(event, close)} noValidate>
          <h2 id="cookie-dialog-title">
            {cookie === null ? words.addCookieTitle(browser) : words.editCookieTitle(cookie.name, browser)}
          </h2>
          <div class="row">
            <TextField name="name" label={words.colName} draft={draft.value} onChange={change} />
            <TextField name="path" label={words.colPath} draft={draft.value} onChange={change} />
          </div>
          <TextField name="value" label={words.colValue} draft={draft.value} onChange={change} />
          <Expiry draft={draft.value} words={words} onChange={change} />
          <Flags draft={draft.value} words={words} onChange={change} />
          <p id="cookie-dialog-refusal" class="refusal" role="alert">
            {refusal.value}
          </p>
          <div class="actions">
            <button type="button" class="button" onClick={close}>
              {words.cancel}
            </button>
            <button type="submit" class="button is-primary">
              {words.save}
            </button>
          </div>
        </form>
      )}
    </Modal>
  );
}

type Change = (changes: Partial<CookieDraft>) => void;

function TextField({
  name,
  label,
  draft,
  onChange,
}: {
  name: "name" | "value" | "path";
  label: string;
  draft: CookieDraft;
  onChange: Change;
}) {
  return (
    <label>
      {label}
      <input
        class="text-field"
        value={draft[name]}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        aria-describedby="cookie-dialog-refusal"
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

function Expiry({ draft, words, onChange }: { draft: CookieDraft; words: AllWords; onChange: Change }) {
  const hasDate = draft.expires !== undefined && draft.expires !== forever;
  return (
    <div class="row">
      <label>
        {words.colExpires}
        <select
          class="text-field"
          value={hasDate ? "date" : "closes"}
          onChange={({ currentTarget }) =>
            onChange({
              expires:
                currentTarget.value === "date" ? new Date(Date.now() + suggestedLife).toISOString() : forever,
            })
          }
        >
          <option value="closes">{words.untilBrowserCloses}</option>
          <option value="date">{words.atDate}</option>
        </select>
      </label>
      {hasDate && (
        <label>
          {words.date}
          <input
            class="text-field"
            type="datetime-local"
            step="1"
            value={localTime(draft.expires ?? "")}
            onChange={({ currentTarget }) => onChange({ expires: isoTime(currentTarget.value) })}
          />
        </label>
      )}
    </div>
  );
}

function Flags({ draft, words, onChange }: { draft: CookieDraft; words: AllWords; onChange: Change }) {
  return (
    <>
      <div class="row">
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.httpOnly}
            onChange={({ currentTarget }) => onChange({ httpOnly: currentTarget.checked })}
          />
          HttpOnly
          <span class="hint">{words.httpOnlyHint}</span>
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.secure}
            onChange={({ currentTarget }) => onChange({ secure: currentTarget.checked })}
          />
          Secure
          <span class="hint">{words.secureHint}</span>
        </label>
      </div>
      <label>
        SameSite
        <select
          class="text-field"
          value={draft.sameSite ?? ""}
          onChange={({ currentTarget }) => onChange({ sameSite: currentTarget.value })}
        >
          <option value="">{words.notSaid}</option>
          {sameSites.map((name) => (
            <option key={name} value={name}>
              {name[0]?.toUpperCase() + name.slice(1)}
            </option>
          ))}
        </select>
        <span class="hint">{words.sameSiteHint}</span>
      </label>
    </>
  );
}

/** No date, as the form says it. */
const forever = "";

/** What the worker takes: optional facts absent, and nothing besides the draft. */
function pick({ name, value, path, httpOnly, secure, expires, sameSite }: CookieDraft): CookieDraft {
  return {
    name,
    value,
    path,
    httpOnly,
    secure,
    ...(expires !== undefined && expires !== forever && { expires }),
    ...(sameSite !== undefined && sameSite !== "" && { sameSite }),
  };
}

/** An ISO date as `datetime-local` writes it, in the learner's own time zone. */
function localTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** What was picked, as an ISO date; what is no date stays as it is, for the worker to refuse. */
function isoTime(local: string): string {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? local || "?" : date.toISOString();
}
