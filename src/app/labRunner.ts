/** The page's one lab at work, whichever route shows it. */
import type { WorkStorage } from '../files/storage.ts';
import { createWorkStorage } from '../files/storage.ts';
import { SessionClient } from '../session/client.ts';
import { LabController } from '../store/controller.ts';
import { createDocumentStore, FROM_SEED } from '../store/document.ts';
import { type FirstDocument, firstDocument } from '../store/firstDocument.ts';
import { type Keeping, keepWork } from '../store/keeping.ts';
import { labNamed } from '../store/labs.ts';
import type { Message } from '../store/openRun.ts';
import { createRunStore } from '../store/run.ts';
import { notices } from '../ui/notices.ts';
import { recallFastest, rememberFastest } from './fastestBackend.ts';

export interface LabRunner {
  readonly controller: LabController;
  /**
   * Opens a lab as its link, kept work or shipped model say; a second call for what is already
   * open resolves with the first.
   */
  enter(lab: string, linkState: string): Promise<FirstDocument>;
}

/** The property itself throws where storage is forbidden. */
const localStorage = () => window.localStorage;

/** The lab of the document before the first is opened. */
export const NOTHING_OPEN = '';

/** Made when the first lab is opened, so that the home page starts no worker. */
let runner: LabRunner | null = null;

export function labRunner(): LabRunner {
  runner ??= createLabRunner(createWorkStorage());
  return runner;
}

function createLabRunner(storage: WorkStorage): LabRunner {
  const nothing = {
    lab: NOTHING_OPEN,
    settings: {},
    seed: 0,
    edits: [],
    ownData: null,
    origin: FROM_SEED,
  };
  const controller = new LabController({
    document: createDocumentStore(nothing),
    run: createRunStore(),
    connect: (listener) => new SessionClient(listener),
    labNamed,
    tell,
  });
  controller.run.subscribe(({ backendReport }, { backendReport: before }) => {
    if (!backendReport || backendReport === before) return;
    const { backend, measured } = backendReport;
    if (Object.keys(measured).length > 0) rememberFastest(localStorage, backend, Date.now());
  });
  document.addEventListener('visibilitychange', () => {
    void controller.setVisible(document.visibilityState === 'visible');
  });

  let entered: { readonly key: string; readonly first: Promise<FirstDocument> } | null = null;
  let keeping: Keeping | null = null;
  /** The fastest backend is looked for once, by the first lab that has use for it. */
  let isBackendChosen = false;

  const open = async (
    lab: string,
    linkState: string,
    isStillWanted: () => boolean,
  ): Promise<FirstDocument> => {
    await keeping?.now();
    const first = await firstDocument(labNamed(lab), { linkState, storage, shipped });
    // Somebody who is quick has gone on to another lab.
    if (!isStillWanted()) return first;
    controller.run.setState({ view: first.view, isGiven: linkState !== '' });
    if (controller.document.getState().lab !== lab) {
      controller.setSpeed(labNamed(lab).firstSpeed);
    }
    await controller.begin(first.document, first.history);
    // One notice for all: a heap of them would hide one another.
    if (first.problems.length > 0) {
      tell({ id: 'opening', kind: 'problem', text: first.problems.join(' ') });
    }
    if (first.steps > 0) await controller.replay(first.steps);
    keeping ??= keepWork(controller, storage, first.problems);
    if (!isBackendChosen && labNamed(lab).usesBackend !== false) {
      isBackendChosen = true;
      const known = recallFastest(localStorage, Date.now());
      void controller.chooseFastestBackend(known).catch(() => {
        // The backend in use works; that no comparison could be made changes nothing.
      });
    }
    return first;
  };

  return {
    controller,
    enter(lab, linkState) {
      const key = `${lab}?${linkState}`;
      if (entered?.key !== key) {
        entered = { key, first: open(lab, linkState, () => entered?.key === key) };
      }
      return entered.first;
    },
  };
}

/** The text of a shipped model file; null when there is none or it cannot be loaded. */
async function shipped(name: string): Promise<string | null> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}models/${name}.json`);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

function tell({ id, kind, text }: Message): void {
  notices[kind]({ id, text });
}
