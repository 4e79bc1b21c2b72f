/** The page's one lab at work, whichever route shows it. */
import { noStorage } from '../files/noStorage.ts';
import { keepsNothing } from '../files/onDevice.ts';
import type { WorkStorage } from '../files/storage.ts';
import { createWorkStorage } from '../files/storage.ts';
import { labNamed } from '../labs/registry.ts';
import { SessionClient } from '../session/client.ts';
import { LabController } from '../store/controller.ts';
import { createDocumentStore, fromSeed } from '../store/document.ts';
import { createEntrance, type Entrance } from '../store/entrance.ts';
import type { HiddenTab } from '../store/hiddenTab.ts';
import { createRunStore } from '../store/run.ts';
import { notices } from '../ui/notices.ts';
import { whenUsable } from '../ui/whenUsable.ts';
import { isInLesson, presentMode } from './present/presentMode.ts';

export interface LabRunner extends Entrance {
  readonly controller: LabController;
}

/** The lab of the document before the first is opened. */
export const NOTHING_OPEN = '';

/** Whether what is open can be shown as this lab's: another one stays open until this one's document is. */
export const isOpenIn =
  (lab: string) =>
  (open: { readonly lab: string }): boolean =>
    open.lab === lab || open.lab === NOTHING_OPEN;

/** Made when the first lab is opened, so that the home page starts no worker. */
let runner: LabRunner | null = null;

export function labRunner(): LabRunner {
  runner ??= createLabRunner(keepsNothing() ? noStorage : createWorkStorage());
  return runner;
}

function createLabRunner(storage: WorkStorage): LabRunner {
  const nothing = {
    lab: NOTHING_OPEN,
    settings: {},
    seed: 0,
    edits: [],
    ownData: null,
    origin: fromSeed(),
  };
  const controller = new LabController({
    document: createDocumentStore(nothing),
    run: createRunStore(),
    connect: (listener) => new SessionClient(listener),
    labNamed,
    tell: ({ kind, ...message }) => notices[kind](message),
    withdraw: (id) => notices.dismiss(id),
  });
  controller.run.subscribe(({ backendReport }, { backendReport: before }) => {
    if (!backendReport || backendReport === before) return;
    const { backend, measured } = backendReport;
    if (Object.keys(measured).length > 0)
      void fastestBackend().then(({ remember }) => remember(backend), giveUp);
  });
  let hiddenTab: HiddenTab | null = null;
  const isVisible = () => document.visibilityState === 'visible';
  void whenUsable(() => import('../store/hiddenTab.ts')).then(({ HiddenTab }) => {
    hiddenTab = new HiddenTab(controller);
    void hiddenTab.setVisible(isVisible());
  }, giveUp);
  document.addEventListener('visibilitychange', () => {
    void hiddenTab?.setVisible(isVisible());
    // The last the page hears before a reload, or before its tab is closed.
    if (!isVisible()) void entrance.keepNow();
  });

  const entrance = createEntrance({ controller, storage, shipped });
  /**
   * The fastest backend is looked for once, by the first lab that has use for it. Not in other
   * people's pages: what was found could not be kept, and each frame would measure.
   */
  let isBackendChosen = keepsNothing();

  return {
    ...entrance,
    controller,
    async enter(lab, linkState, options) {
      await entrance.enter(lab, linkState, {
        ...options,
        isInLesson: isInLesson(presentMode.getState()),
      });
      if (isBackendChosen || labNamed(lab).usesBackend === false) return;
      isBackendChosen = true;
      // Measuring takes a worker of its own, which must not be loaded before the page can be used.
      const choose = async () => {
        const { recalled } = await fastestBackend();
        await controller.backends.chooseFastest(recalled());
      };
      void whenUsable(choose).catch(giveUp);
    },
  };
}

const fastestBackend = () => import('./fastestBackend.ts');

/** What is loaded after the first picture may not be there any more: the lab works without it. */
const giveUp = (): void => undefined;

/** The text of a shipped model file; null when there is none or it cannot be loaded. */
async function shipped(name: string): Promise<string | null> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}models/${name}.json`);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
