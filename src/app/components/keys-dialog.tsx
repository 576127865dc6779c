/** The list of keys, opened by `?` and by the button in the header. */
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import { Modal } from "./modal.tsx";

/** Open as long as it is there. */
export function KeysDialog() {
  const { keysShown } = useApp();
  const words = useAllWords();
  const rows: [string[], string][] = [
    [["Ctrl", "S"], words.keySave],
    [["Ctrl", "Enter"], words.keyAddress],
    [["F6"], words.keyParts],
    [["Esc", "Tab"], words.keyLeaveEditor],
    [["←", "→", "↑", "↓"], words.keyResize],
    [["1–9"], words.keyLane],
    [["Shift", "1–9"], words.keyLaneOperation],
    [["←"], words.keyStepBack],
    [["?"], words.keyThis],
  ];
  return (
    <Modal
      titleId="keys-title"
      onClose={() => {
        keysShown.value = false;
      }}
    >
      {(close) => (
        <div class="dialog-body">
          <h2 id="keys-title">{words.keysTitle}</h2>
          <dl class="key-list">
            {rows.map(([keys, meaning]) => [
              <dt key={`${meaning} keys`}>
                {keys.map((key) => (
                  <span key={key}>
                    <kbd>{key}</kbd>{" "}
                  </span>
                ))}
              </dt>,
              <dd key={meaning}>{meaning}</dd>,
            ])}
          </dl>
          <div class="actions">
            <button type="button" class="button" onClick={close}>
              {words.close}
            </button>
          </div>
        </div>
      )}
    </Modal>
  );
}
