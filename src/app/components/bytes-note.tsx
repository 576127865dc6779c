/** In the place of the editor, for a file that is not text. */
import { useAllWords } from "./all-words.ts";

export function BytesNote({ path, bytes }: { path: string; bytes: number }) {
  const words = useAllWords();
  return (
    <div class="empty-state" role="tabpanel" id="file-panel" aria-labelledby={`file-${path}`}>
      <p>{words.notText(bytes)}</p>
    </div>
  );
}
