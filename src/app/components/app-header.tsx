/** The head of the page: the mark, the server with its switch and buttons, language, theme, keys. */
import { useApp } from "../app-model.ts";
import type { Language } from "../models/preferences.ts";
import { Icon, IconButton } from "./icon.tsx";
import { folder, keyboard, moon, power, share, stop, sun, sunMoon } from "./icons.ts";
import { LessonMenu } from "./lazy-parts.ts";
import { Mark } from "./mark.tsx";
import { ServerStatus } from "./server-status.tsx";
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
      <LessonMenu />
      <p class="tagline">{words.tagline}</p>
      <ServerControls />
      <WorkButtons />
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

/** Passing the site on, and the other works. */
function WorkButtons() {
  const { workDialog, preferences } = useApp();
  const words = preferences.words.value;
  return (
    <div class="work-buttons">
      <button
        type="button"
        class="button"
        data-place="share"
        onClick={() => {
          workDialog.value = "share";
        }}
      >
        <Icon svg={share} />
        <span class="name">{words.share}</span>
      </button>
      <IconButton
        icon={folder}
        label={words.myWork}
        onClick={() => {
          workDialog.value = "works";
        }}
      />
    </div>
  );
}

function ServerControls() {
  const app = useApp();
  const { workspace, preferences } = app;
  const words = preferences.words.value;
  const configuration = workspace.state.value?.configuration;
  const persistent = configuration?.persistent_session ?? false;
  return (
    <div class="server-controls">
      <ServerStatus />
      {workspace.isBusy.value && (
        <button type="button" class="button" title={words.stopHint} onClick={() => void workspace.stop()}>
          <Icon svg={stop} />
          {words.stop}
        </button>
      )}
      <button
        type="button"
        class="switch"
        data-place="persistent"
        role="switch"
        aria-checked={persistent}
        title={words.persistentSessionsHint}
        disabled={configuration === undefined}
        onClick={() => void app.configure({ persistent_session: !persistent })}
      >
        <span class="track" aria-hidden="true" />
        {words.persistentSessions}
      </button>
      <button
        type="button"
        class="button restart"
        data-place="restart"
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
