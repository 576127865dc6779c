/** Short sentences that appear at the foot of the page and go away by themselves: what just happened, sometimes with a way back. */
import { type ReadonlySignal, signal } from "@preact/signals";

export interface NoticeView {
  id: number;
  text: string;
  tone: "calm" | "trouble";
  /** What it is about: a newer notice about the same takes its place. */
  topic?: string | undefined;
  /** A button: its name, and what it does. */
  action?: { name: string; run: () => void };
}

export interface Notices {
  readonly list: ReadonlySignal<readonly NoticeView[]>;
  /** Shows a sentence; the same sentence twice is shown once, and of one topic the newest. Trouble stays until it is dismissed. */
  say(text: string, options?: Partial<Pick<NoticeView, "tone" | "action" | "topic">>): void;
  dismiss(id: number): void;
}

/** More than this many at once would hide the page. */
const mostNotices = 3;

/** Notices that leave after `lifetime` milliseconds; those with an action stay twice as long. */
export function createNotices({ lifetime = 7000 }: { lifetime?: number } = {}): Notices {
  const list = signal<readonly NoticeView[]>([]);
  let lastId = 0;
  const dismiss = (id: number) => {
    list.value = list.value.filter((notice) => notice.id !== id);
  };
  return {
    list,
    dismiss,
    say(text, { tone = "calm", action, topic } = {}) {
      lastId += 1;
      const id = lastId;
      const others = list.value.filter(
        (notice) => notice.text !== text && (topic === undefined || notice.topic !== topic),
      );
      const notice: NoticeView = { id, text, tone, topic, ...(action !== undefined && { action }) };
      list.value = [...others, notice].slice(-mostNotices);
      if (tone === "calm") setTimeout(() => dismiss(id), action === undefined ? lifetime : 2 * lifetime);
    },
  };
}
