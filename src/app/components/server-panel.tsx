/**
 * The options of the server as controls: the same as the text of `server.ini`, one sentence each.
 *
 * A control shows the configuration in force, and what it changes is written into the text. While a line of the text is wrong the server keeps
 * its configuration, and the panel says so.
 */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { type Configuration, SERVER_INI } from "../../project/index.ts";
import { useApp } from "../app-model.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { Icon } from "./icon.tsx";
import { warning } from "./icons.ts";
import { kindName } from "./server-names.ts";
import "./server-panel.css";

export function ServerPanel() {
  const app = useApp();
  const words = useAllWords();
  const configuration = app.workspace.state.value?.configuration;
  // What the browser shows of a refused change goes with the next drawing.
  const attempts = useSignal(0);
  if (configuration === undefined) return null;
  const set: Set = async (changes) => {
    await app.configure(changes);
    attempts.value += 1;
  };
  return (
    <div class="server-panel" data-attempts={attempts.value}>
      <h2>{words.serverOptions}</h2>
      <p class="intro">
        {words.sameAsText} <OpenText />
      </p>
      <TextProblem />
      <Options configuration={configuration} set={set} words={words} />
    </div>
  );
}

type Set = (changes: Partial<Configuration>) => Promise<void>;

function Options({ configuration, set, words }: { configuration: Configuration; set: Set; words: AllWords }) {
  const { server, processes, max_sessions } = configuration;
  const shared = { configuration, set };
  return (
    <>
      <Choice
        {...shared}
        option="server"
        title={words.optionServer}
        note={words.restarts}
        choices={[
          ["monoprocess", kindName("monoprocess", words), words.sayMonoprocess],
          ["multithread", kindName("multithread", words), words.sayMultithread],
          ["multiprocess", kindName("multiprocess", words), words.sayMultiprocess],
          ["cgi", kindName("cgi", words), words.sayCgi],
        ]}
      />
      <Amount
        name="processes"
        title={words.optionProcesses}
        say={words.sayProcesses}
        value={processes}
        most={16}
        disabled={server !== "multiprocess"}
        onSet={(processes) => void set({ processes })}
      />
      <Choice
        {...shared}
        option="persistent_session"
        title={words.optionStorage}
        note={words.restarts}
        choices={[
          [false, words.choiceMemory, words.sayMemory],
          [true, words.choiceDisk, words.sayDisk],
        ]}
      />
      <Amount
        name="max_sessions"
        title={words.optionCap}
        say={words.sayCap}
        value={max_sessions}
        most={1_000_000}
        onSet={(max_sessions) => void set({ max_sessions })}
      />
      <Choice
        {...shared}
        option="session_lock"
        title={words.optionLock}
        choices={[
          ["none", words.choiceNoLock, words.sayNoLock],
          ["request", words.choiceRequestLock, words.sayRequestLock],
          ["version", words.choiceVersionLock, words.sayVersionLock],
        ]}
      />
      <Tick {...shared} option="strict_session_ids" title={words.optionStrict} say={words.sayStrict} />
      <Choice
        {...shared}
        option="error_status"
        title={words.optionStatus}
        choices={[
          [200, "200", words.say200],
          [500, "500", words.say500],
        ]}
      />
      <Tick {...shared} option="allow_directory_listing" title={words.optionListing} say={words.sayListing} />
    </>
  );
}

/** One value out of a few, each with a sentence. */
function Choice<Name extends keyof Configuration>({
  option,
  title,
  note,
  choices,
  configuration,
  set,
}: {
  option: Name;
  title: string;
  note?: string;
  choices: readonly (readonly [value: Configuration[Name], name: string, say: string])[];
  configuration: Configuration;
  set: Set;
}) {
  return (
    <fieldset class="option">
      <legend>
        {title} <code>{option}</code> {note !== undefined && <span class="note">{note}</span>}
      </legend>
      {choices.map(([value, name, say]) => (
        <label key={name} class="choice">
          <input
            type="radio"
            name={option}
            value={String(value)}
            checked={configuration[option] === value}
            onChange={() => void set({ [option]: value })}
          />
          <span>
            <span class="name">{name}</span> <span class="say">{say}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Yes or no. */
function Tick({
  option,
  title,
  say,
  configuration,
  set,
}: {
  option: "strict_session_ids" | "allow_directory_listing";
  title: string;
  say: string;
  configuration: Configuration;
  set: Set;
}) {
  return (
    <Option name={option} say={say}>
      <label class="tick">
        <input
          type="checkbox"
          checked={configuration[option]}
          aria-describedby={`say-${option}`}
          onChange={({ currentTarget }) => void set({ [option]: currentTarget.checked })}
        />
        {title}
      </label>
    </Option>
  );
}

/** A whole number from 1 on; another one is not taken. */
function Amount({
  name,
  title,
  say,
  value,
  most,
  disabled = false,
  onSet,
}: {
  name: keyof Configuration;
  title: string;
  say: string;
  value: number;
  most: number;
  disabled?: boolean;
  onSet: (value: number) => void;
}) {
  return (
    <Option name={name} say={say}>
      <label class="amount">
        {title}
        <input
          class="text-field"
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          required
          disabled={disabled}
          value={value}
          aria-describedby={`say-${name}`}
          onChange={({ currentTarget: field }) => field.reportValidity() && onSet(field.valueAsNumber)}
          onBlur={({ currentTarget: field }) => {
            if (!field.checkValidity()) field.value = String(value);
          }}
        />
      </label>
    </Option>
  );
}

function Option({
  name,
  say,
  children,
}: {
  name: keyof Configuration;
  say: string;
  children: ComponentChildren;
}) {
  return (
    <div class="option">
      <div class="line">
        {children} <code>{name}</code>
      </div>
      <p class="say" id={`say-${name}`}>
        {say}
      </p>
    </div>
  );
}

/** Says which line of the text keeps the controls from working. */
function TextProblem() {
  const { iniErrors } = useApp();
  const words = useAllWords();
  const [error] = iniErrors.value;
  if (error === undefined) return null;
  return (
    <p class="text-problem" role="alert">
      <Icon svg={warning} />
      <span>
        {words.iniLine(error)} {words.iniKeeps}
      </span>
    </p>
  );
}

/** Closes the panel and opens `server.ini` in the editor. */
function OpenText() {
  const { files, layout } = useApp();
  return (
    <button
      type="button"
      class="link-button"
      onClick={({ currentTarget }) => {
        currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
        files.active.value = SERVER_INI;
        layout.show("code");
        requestAnimationFrame(() => document.getElementById(`file-${SERVER_INI}`)?.focus());
      }}
    >
      {SERVER_INI}
    </button>
  );
}
