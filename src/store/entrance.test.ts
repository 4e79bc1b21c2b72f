/** What becomes of a person's work when links, reloads and other tabs come in between. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { createWorkStorage, type KeyValueStore } from '../files/storage.ts';
import { fromSeed, isShipped } from './document.ts';
import type { Sources } from './documentSources.ts';
import { createEntrance, timeInWords } from './entrance.ts';
import { type LabInProcess, openLabInProcess } from './labInProcess.fixture.ts';

const LINK = 'algorithm=gmm&seed=4';

const tabs: LabInProcess[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

/** A device whose clock is at another time for every write. */
function device(shipped: Sources['shipped'] = async () => null) {
  const kept = new Map<string, unknown>();
  const store: KeyValueStore = {
    get: async (key) => kept.get(key),
    update: async (key, next) => void kept.set(key, next(kept.get(key))),
    del: async (key) => void kept.delete(key),
  };
  let writes = 0;
  return () => {
    const tab = openLabInProcess();
    tabs.push(tab);
    const storage = createWorkStorage({ open: () => store, now: () => Date.now() + ++writes });
    return { ...tab, storage, entrance: createEntrance({ ...tab, storage, shipped }) };
  };
}

/** Two half-steps, kept. */
async function work({ controller, entrance }: ReturnType<ReturnType<typeof device>>) {
  const { step } = controller.run.getState();
  await controller.step();
  await controller.step();
  // The frame that tells of the last step would have it written again later.
  await expect.poll(() => controller.run.getState().step).toBe(step + 2);
  await entrance.keepNow();
}

it('brings back by Undo what a link has taken the place of, where that is asked for', async () => {
  const { controller, entrance } = device()();
  await entrance.enter('em', LINK);
  await controller.train(3);
  await entrance.enter('em', 'seed=5', { isUndoable: true });
  expect(controller.document.getState()).toMatchObject({ seed: 5 });
  expect(controller.run.getState().step).toBe(0);
  await controller.undo();
  expect(controller.document.getState()).toMatchObject({ seed: 4 });
  expect(controller.run.getState().step).toBe(3);
  await controller.redo();
  expect(controller.document.getState()).toMatchObject({ seed: 5 });
});

it('gives back the work done at a link after a reload there, which opens the link', async () => {
  const openTab = device();
  const before = openTab();
  await before.entrance.enter('em', LINK);
  await work(before);

  const tab = openTab();
  await tab.entrance.enter('em', LINK);
  expect(tab.controller.run.getState().step).toBe(0);
  const notice = tab.notices.find(({ id }) => id === 'link-work');
  expect(notice?.text).toContain('step 2');
  notice?.action?.run();
  await expect.poll(() => tab.controller.run.getState().step).toBe(2);

  await work(tab);
  const again = openTab();
  await again.entrance.enter('em', '');
  expect(again.controller.run.getState().step).toBe(4);
  expect(await again.entrance.earlierWork()).toEqual([]);
});

it('says nothing of work done at a link where a lesson opens it, and lists it', async () => {
  const openTab = device();
  const before = openTab();
  await before.entrance.enter('em', LINK);
  await work(before);
  const tab = openTab();
  await tab.entrance.enter('em', LINK, { isInLesson: true });
  expect(tab.notices).toEqual([]);
  expect(await tab.entrance.earlierWork()).toMatchObject([{ step: 2 }]);
});

it('offers and keeps nothing at a link that was only looked at', async () => {
  const openTab = device();
  const before = openTab();
  await before.entrance.enter('em', LINK);
  await before.entrance.keepNow();
  const tab = openTab();
  await tab.entrance.enter('em', LINK);
  expect(tab.notices).toEqual([]);
  expect(await tab.entrance.earlierWork()).toEqual([]);
});

it('lists the work that another link came upon, and opens it as one step of undo', async () => {
  const tab = device()();
  await tab.entrance.enter('em', 'seed=1');
  await work(tab);
  await tab.entrance.enter('em', 'seed=2');
  await work(tab);
  await tab.controller.step();
  await tab.entrance.keepNow();
  const [earlier, ...more] = await tab.entrance.earlierWork();
  expect(more).toEqual([]);
  expect(earlier).toMatchObject({ linkState: 'seed=1', step: 2 });

  await tab.entrance.openEarlier(earlier);
  expect(tab.controller.document.getState().seed).toBe(1);
  expect(tab.controller.run.getState().step).toBe(2);
  expect(await tab.entrance.earlierWork()).toMatchObject([{ linkState: 'seed=2', step: 3 }]);
  await tab.controller.undo();
  expect(tab.controller.document.getState().seed).toBe(2);
});

it('says why earlier work cannot be opened, and goes on without writing over it', async () => {
  const tab = device()();
  await tab.entrance.enter('em', 'seed=1');
  await work(tab);
  await tab.entrance.enter('em', 'seed=2');
  await work(tab);
  const [earlier] = await tab.entrance.earlierWork();
  const { recall } = tab.storage;
  vi.spyOn(tab.storage, 'recall').mockImplementation(async (lab, visit) => {
    const found = await recall(lab, visit);
    if (!found.ok || !found.value?.file.checkpoint) throw new Error('There is work to damage.');
    const { file } = found.value;
    const checkpoint = { ...found.value.file.checkpoint, arrays: {} };
    return { ok: true, value: { ...found.value, file: { ...file, checkpoint } } };
  });

  await tab.entrance.openEarlier(earlier);
  expect(tab.notices.find(({ id }) => id === 'earlier')?.text).toContain('cannot be loaded');
  await work(tab);
  expect(tab.controller.document.getState().seed).toBe(2);
  expect(await tab.entrance.earlierWork()).toMatchObject([{ linkState: 'seed=1', step: 2 }]);
});

it('opens no earlier work in what has been entered meanwhile', async () => {
  const tab = device()();
  await tab.entrance.enter('em', 'seed=1');
  await work(tab);
  await tab.entrance.enter('em', 'seed=2');
  const [earlier] = await tab.entrance.earlierWork();
  const opening = tab.entrance.openEarlier(earlier);
  await tab.entrance.enter('em', 'seed=3');
  await opening;
  expect(tab.controller.document.getState().seed).toBe(3);
  await work(tab);
  expect(await tab.entrance.earlierWork()).toMatchObject([{ linkState: 'seed=1', step: 2 }]);
});

it('keeps the work of both of two tabs, and says so', async () => {
  const openTab = device();
  const one = openTab();
  await one.entrance.enter('em', '');
  const two = openTab();
  await two.entrance.enter('em', '');
  await work(one);
  await two.controller.changeSeed(7);
  await work(two);
  expect(two.notices.map(({ id }) => id)).toEqual(['other-tab']);
  expect(await two.entrance.earlierWork()).toMatchObject([{ step: 2 }]);
});

it('opens the latest work at the plain address, and says where the rest is', async () => {
  const openTab = device();
  const tab = openTab();
  await tab.entrance.enter('em', '');
  await work(tab);
  await tab.entrance.enter('em', LINK);
  await work(tab);
  await tab.controller.step();
  await tab.entrance.enter('em', '');
  expect(tab.controller.run.getState().step).toBe(3);
  expect(tab.notices.at(-1)?.text).toContain('Earlier work');
  expect(await tab.entrance.earlierWork()).toMatchObject([{ linkState: '', step: 2 }]);
});

it('keeps what undo brings back', async () => {
  const openTab = device();
  const before = openTab();
  await before.entrance.enter('em', '');
  await work(before);
  await before.controller.reset();
  await before.entrance.keepNow();
  await before.controller.undo();
  await before.entrance.keepNow();
  const tab = openTab();
  await tab.entrance.enter('em', '');
  expect(tab.controller.run.getState().step).toBe(2);
});

it('keeps the work that a file or a script comes upon', async () => {
  const tab = device()();
  await tab.entrance.enter('em', '');
  await work(tab);
  const { controller, entrance } = tab;
  await controller.openDocument({ ...controller.document.getState(), seed: 9, origin: fromSeed() });
  await controller.step();
  await entrance.keepNow();
  expect(await entrance.earlierWork()).toMatchObject([{ step: 2 }]);
});

it('keeps a shipped model that was continued, and not one that was looked at', async () => {
  const shipped = async (name: string) => readFileSync(`public/models/${name}.json`, 'utf8');
  const openTab = device(shipped);
  const before = openTab();
  await before.entrance.enter('vae', '');
  await before.entrance.keepNow();
  expect(await before.storage.list('vae')).toEqual({ ok: true, value: [] });
  await work(before);
  const tab = openTab();
  await tab.entrance.enter('vae', '');
  expect(tab.controller.run.getState().step).toBe(2002);
  expect(isShipped(tab.controller.document.getState().origin)).toBe(false);
});

it('names a time by its day only where that is not today', () => {
  const now = new Date(2026, 10, 28, 18, 0);
  expect(timeInWords(new Date(2026, 10, 28, 14, 32).getTime(), now)).toMatch(/^14:32|^2:32|^02:32/);
  expect(timeInWords(new Date(2026, 10, 27, 14, 32).getTime(), now)).toContain('27');
});
