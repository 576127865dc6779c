/** The list of works, as the worker has it, and what the learner does with them. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { CommandBody, WorkView } from "../../protocol/index.ts";
import type { AppModel } from "../app-model.ts";
import { openWork } from "./open-work.ts";
import { placeOf } from "./place.ts";

export interface WorksModel {
  /** This one first, then those that were used last; null until they are known. */
  readonly works: ReadonlySignal<readonly WorkView[] | null>;
  /** Why the last thing did not work; empty: nobody answered. */
  readonly problem: ReadonlySignal<string | null>;
  refresh(): Promise<void>;
  rename(work: WorkView, name: string): Promise<void>;
  remove(work: WorkView): Promise<void>;
  /** Goes there: the page loads again. */
  open(work: WorkView): Promise<void>;
}

export function createWorksModel(app: AppModel): WorksModel {
  const works = signal<readonly WorkView[] | null>(null);
  const problem = signal<string | null>(null);
  const isHere = ({ workspace }: WorkView) => workspace === app.workspaceId;

  const ask = async (body: CommandBody) => {
    const answer = await app.connection.send(body);
    problem.value = answer.ok ? null : answer.reason;
    return answer;
  };
  const refresh = async () => {
    const answer = await ask({ kind: "list-works" });
    if (!answer.ok) return;
    const listed = answer.works ?? [];
    works.value = [...listed.filter(isHere), ...listed.filter((work) => !isHere(work))];
  };
  return {
    works,
    problem,
    refresh,
    async rename({ workspace }, name) {
      if ((await ask({ kind: "rename-work", work: workspace, name })).ok) await refresh();
    },
    async remove({ workspace }) {
      if ((await ask({ kind: "delete-work", work: workspace })).ok) await refresh();
    },
    async open(work) {
      await app.files.save();
      // Another tab may have opened it since.
      await refresh();
      const now = works.value?.find(({ workspace }) => workspace === work.workspace);
      if (now !== undefined) openWork(placeOf(app), now);
    },
  };
}
