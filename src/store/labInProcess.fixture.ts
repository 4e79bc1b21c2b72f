/** The page's controller with a real session in this process instead of in a worker. */

import '../labs/allLabs.ts';
import { selectedInLinks } from '../labs/lab.ts';
import { labNamed } from '../labs/registry.ts';
import { SessionClient } from '../session/client.ts';
import { Session } from '../session/session.ts';
import { WorkerInProcess } from '../session/workerInProcess.fixture.ts';
import { encodeLink } from '../settings/link.ts';
import { LabController } from './controller.ts';
import { createDocumentStore, fromSeed } from './document.ts';
import type { Message } from './messages.ts';
import { createRunStore } from './run.ts';
import { notesOf } from './view.ts';

export interface LabInProcess {
  readonly controller: LabController;
  /** Messages on the page, the oldest first. */
  readonly notices: readonly Message[];
  close(): void;
}

export function openLabInProcess(): LabInProcess {
  const notices: Message[] = [];
  let session: Session | null = null;
  const controller = new LabController({
    document: createDocumentStore({
      ...{ lab: '', settings: {}, seed: 0, edits: [], ownData: null },
      origin: fromSeed(),
    }),
    run: createRunStore(),
    connect: (listener) =>
      new SessionClient(listener, {
        createWorker() {
          session = new Session();
          return new WorkerInProcess(session) as unknown as Worker;
        },
        nextPaint: setTimeout,
      }),
    labNamed,
    tell: (message) => notices.push(message),
    withdraw(id) {
      notices.splice(0, notices.length, ...notices.filter((notice) => notice.id !== id));
    },
  });
  controller.backends.prefer('wasm');
  return { controller, notices, close: () => session?.close() };
}

/** What follows the question mark of a link to the present state. */
export async function linkStateOf(controller: LabController): Promise<string> {
  const { step: steps } = await controller.currentFrame();
  const document = controller.document.getState();
  const lab = labNamed(document.lab);
  const { view } = controller.run.getState();
  const selected = selectedInLinks(lab, view.selected);
  const shown = { view: view.flags, hidden: [], selected, notes: notesOf(view) };
  const { hash, problems } = encodeLink({ ...document, steps, ...shown }, lab);
  if (problems.length > 0) throw new Error(problems[0].message);
  return hash.split('?')[1] ?? '';
}
