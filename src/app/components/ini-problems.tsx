/** Below the text of `server.ini`: how many of its lines are wrong, read out when that changes, and what is wrong with each. */
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import { Icon } from "./icon.tsx";
import { warning } from "./icons.ts";
import "./ini-problems.css";

export function IniProblems() {
  const { iniErrors } = useApp();
  const words = useAllWords();
  const errors = iniErrors.value;
  return (
    <div class={`ini-problems ${errors.length > 0 ? "is-wrong" : ""}`}>
      <p role="status">
        {errors.length > 0 && <Icon svg={warning} />}
        {errors.length === 0 ? words.iniFine : `${words.iniWrong(errors.length)} ${words.iniKeeps}`}
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error.line}>{words.iniLine(error)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
