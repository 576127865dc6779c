/** The head of the page: the mark, the server with its switch and buttons, language, theme, keys. */
import { useApp } from "../app-model.ts";
import type { Language } from "../models/preferences.ts";
import type { Words } from "../words/en.ts";
import { Icon, IconButton } from "./icon.tsx";
import { keyboard, moon, power, stop, sun, sunMoon } from "./icons.ts";
import { Mark } from "./mark.tsx";
import "./app-header.css";

export function AppHeader() {
  const { preferences, keysShown } = useApp();
  const words = preferences.words.value;
  const theme = preferences.theme.value;
  const [icon, name] = {
    auto: [sunMoon, words.themeAuto] as const,
    light: [sun, words.themeLight] as const,
    dark: [moon, words.themeDark] as const,
  }[theme];
  return (
    <header class="app-header">
      <h1 class="brand">
        <Mark />
        {words.appName}
      </h1>
      <p class="tagline">{words.tagline}</p>
      <ServerControls />
      <div class="preferences">
        <LanguageSwitch />
        <IconButton icon={icon} label={name} onClick={preferences.cycleTheme} />
        <IconButton
          icon={keyboard}
          label={words.keys}
          onClick={() => {
            keysShown.value = true;
          }}
        />
      </div>
    </header>
  );
}

function ServerControls() {
  const { workspace, preferences } = useApp();
  const words = preferences.words.value;
  const configuration = workspace.state.value?.configuration;
  const persistent = configuration?.persistent_session ?? false;
  return (
    <div class="server-controls">
      <ServerState />
      {workspace.isBusy.value && (
        <button type="button" class="button" title={words.stopHint} onClick={() => void workspace.stop()}>
          <Icon svg={stop} />
          {words.stop}
        </button>
      )}
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={persistent}
        title={words.persistentSessionsHint}
        disabled={configuration === undefined}
        onClick={() => void workspace.configure({ persistent_session: !persistent })}
      >
        <span class="track" aria-hidden="true" />
        {words.persistentSessions}
      </button>
      <button
        type="button"
        class="button"
        title={words.restartServerHint}
        disabled={configuration === undefined}
        onClick={() => void workspace.restart()}
      >
        <Icon svg={power} />
        {words.restartServer}
      </button>
    </div>
  );
}

/** The chip with the server's state, read out when it changes. */
function ServerState() {
  const { workspace, connection, preferences } = useApp();
  const words = preferences.words.value;
  const configuration = workspace.state.value?.configuration;
  const running = workspace.running.value.length;
  const isLost = connection.status.value === "lost";
  const state = isLost
    ? "lost"
    : configuration === undefined
      ? "starting"
      : workspace.isBusy.value
        ? "busy"
        : "ready";
  const glow = workspace.fresh.value.has("server") ? " glow" : "";
  return (
    <p class={`server-state is-${state}${glow}`} role="status">
      <span class="lamp" aria-hidden="true" />
      {state === "lost" && words.serverLost}
      {state === "starting" && words.serverStarting}
      {state === "busy" && words.serverBusy(running)}
      {state === "ready" &&
        configuration !== undefined &&
        words.serverReady(
          kindName(configuration.server, words),
          storageName(configuration.persistent_session, words),
        )}
    </p>
  );
}

function kindName(server: "monoprocess" | "multithread" | "multiprocess" | "cgi", words: Words): string {
  const names = {
    monoprocess: words.kindMonoprocess,
    multithread: words.kindMultithread,
    multiprocess: words.kindMultiprocess,
    cgi: words.kindCgi,
  };
  return names[server];
}

function storageName(persistent: boolean, words: Words): string {
  return persistent ? words.storageDisk : words.storageMemory;
}

function LanguageSwitch() {
  const { preferences, notices } = useApp();
  const words = preferences.words.value;
  const choose = async (language: Language) => {
    if (!(await preferences.chooseLanguage(language))) notices.say(words.couldNotLoad, { tone: "trouble" });
  };
  return (
    <fieldset class="language-switch" aria-label={words.language}>
      {(["en", "fr"] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          title={language === "en" ? "English" : "Français"}
          aria-pressed={preferences.language.value === language}
          onClick={() => void choose(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
