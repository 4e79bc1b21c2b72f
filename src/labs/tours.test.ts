/** Every tour, walked through with the lab's own engine. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkStorage } from '../files/storage.ts';
import { decodeLink } from '../settings/link.ts';
import { createEntrance } from '../store/entrance.ts';
import { type LabInProcess, openLabInProcess } from '../store/labInProcess.fixture.ts';
import { folderOf } from './examples.fixture.ts';
import './allLabs.ts';
import { labNamed, registry } from './registry.ts';
import type { Tour } from './shared/tour/tour.ts';

const TOURS = import.meta.glob<{ readonly tour: Tour }>('./*/texts/tour.ts', { eager: true });
/** The code of the stages: what lights up there. */
const STAGES = import.meta.glob<string>(['./*/page/**/*.{ts,tsx}', './shared/**/*.{ts,tsx}'], {
  ...{ eager: true, query: '?raw', import: 'default' },
});

const tabs: LabInProcess[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

function openLab() {
  const tab = openLabInProcess();
  tabs.push(tab);
  const store = {
    get: async () => undefined,
    update: async () => undefined,
    del: async () => undefined,
  };
  const storage = createWorkStorage({ open: () => store });
  const shipped = async (name: string) => {
    try {
      return readFileSync(`public/models/${name}.json`, 'utf8');
    } catch {
      return null;
    }
  };
  return { ...tab, entrance: createEntrance({ ...tab, storage, shipped }) };
}

describe.each(registry)('the tour of $card.id', ({ card, page }) => {
  const lab = labNamed(card.id);
  const folder = folderOf(lab.id);
  const tour = TOURS[`./${folder}/texts/tour.ts`]?.tour;

  it('is there where the manifest says so', () => {
    expect(tour !== undefined).toBe(lab.hasTour === true);
  });

  it('is the one that the page takes', async () => {
    const { parts } = await page();
    expect((await parts.texts()).tour).toBe(tour);
  });

  it.runIf(tour)('has six to ten steps of one or two sentences', () => {
    expect(tour?.length).toBeGreaterThanOrEqual(6);
    expect(tour?.length).toBeLessThanOrEqual(10);
    for (const { text } of tour ?? []) {
      expect(text.length).toBeLessThan(260);
      expect(text.match(/[.?!](?= |$)/g)?.length).toBeLessThanOrEqual(3);
    }
  });

  it.runIf(tour)('lights what the stage answers to', () => {
    const code = Object.entries(STAGES)
      .filter(([file]) => file.startsWith('./shared/') || file.startsWith(`./${folder}/`))
      .map(([, text]) => text)
      .join();
    const names = tour?.map(({ lit }) => lit) ?? [];
    expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  it.runIf(tour)('shows every step, and one Undo brings back the work before it', async () => {
    const { controller, entrance, notices } = openLab();
    await entrance.enter(lab.id, '');
    await controller.step();
    const work = controller.document.getState();
    const { step: trained } = controller.run.getState();
    for (const { state } of tour ?? []) {
      await (await entrance.tour()).show(state);
      expect(notices.filter(({ kind }) => kind === 'problem')).toEqual([]);
      const { phase, snapshot, view } = controller.run.getState();
      expect(phase).toBe('ready');
      expect(snapshot).not.toBeNull();
      const { state: link } = decodeLink(`#/${lab.id}?${state}`, [lab]);
      const { settings, seed, edits } = controller.document.getState();
      expect({ settings, seed, edits }).toEqual({
        settings: link?.settings,
        seed: link?.seed ?? 0,
        edits: link?.edits,
      });
      expect(view.flags).toEqual(link?.view);
      await expect.poll(() => controller.run.getState().step).toBe(link?.steps ?? 0);
    }
    await (await entrance.tour()).show(tour?.[0].state ?? '');
    (await entrance.tour()).end();
    await controller.undo();
    expect(controller.document.getState()).toMatchObject({
      settings: work.settings,
      seed: work.seed,
      edits: work.edits,
    });
    await expect.poll(() => controller.run.getState().step).toBe(trained);
  });
});
