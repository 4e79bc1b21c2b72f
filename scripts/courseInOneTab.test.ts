/** The talk track as it is given: row by row in one tab, with hands on the models in between. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import '../src/labs/allLabs.ts';
import { noStorage } from '../src/files/noStorage.ts';
import { labNamed } from '../src/labs/registry.ts';
import { decodeLink } from '../src/settings/link.ts';
import { createEntrance } from '../src/store/entrance.ts';
import { firstDocument } from '../src/store/firstDocument.ts';
import { openLabInProcess } from '../src/store/labInProcess.fixture.ts';
import { PLAIN_VIEW } from '../src/store/view.ts';
import { root } from './processes.mjs';

const text = readFileSync(join(root, 'docs', 'course.md'), 'utf8');
/** Rows with the same link follow one another in the lab that is open. */
const links = [...new Set(text.match(/(?<=`)#\/[^`]+\?[^`]+/g))];

/** As many as a row takes here before it is open. */
const FEW_STEPS = 10;

const labOf = (link: string) => /^#\/([\w-]+)/.exec(link)?.[1] ?? '';
const stateOf = (link: string) => link.split('?')[1] ?? '';

const { controller, notices, close } = openLabInProcess();
const entrance = createEntrance({ controller, storage: noStorage, shipped });

afterAll(close);

async function shipped(lab: string): Promise<string | null> {
  return readFileSync(join(root, 'public', 'models', `${lab}.json`), 'utf8');
}

/** What a class does before the next row: it trains, chooses, unfolds and takes hold of something. */
async function playAround(): Promise<void> {
  controller.select('row', 1);
  controller.highlight('elbo');
  await controller.setSlowMotion(true);
  controller.setSpeed(3);
  controller.setFlags({ responsibilities: false });
  controller.tell({ id: 'checkpoint', kind: 'problem', text: 'Something about this row alone.' });
  await controller.step();
  await controller.step();
  const { lab } = controller.document.getState();
  if (lab === 'em') await controller.editing.put([{ kind: 'moveMean', cluster: 0, mean: [0, 0] }]);
  if (lab === 'svae-gmm') await controller.editing.put([{ kind: 'removeCluster', cluster: 0 }]);
  await controller.play();
}

/** The link as it stands, or with fewer steps where the model shipped is not on its way. */
async function withoutTheWait(link: string): Promise<string> {
  const lab = labNamed(labOf(link));
  const { steps } = await firstDocument(lab, {
    linkState: stateOf(link),
    storage: noStorage,
    shipped,
  });
  return steps > FEW_STEPS ? link.replace(`steps=${steps}`, `steps=${FEW_STEPS}`) : link;
}

it.each(links)('%s opens as it would in a tab of its own', async (row) => {
  const link = await withoutTheWait(row);
  const lab = labNamed(labOf(link));
  const { state } = decodeLink(link, [lab]);
  const { settings, seed, steps, edits, view } = { seed: null, steps: null, edits: [], ...state };
  await entrance.enter(lab.id, stateOf(link));
  const { run, document } = controller;
  // The picture of the last step is on its way.
  await vi.waitFor(() => expect(run.getState().step).toBe(steps ?? 0));
  expect(document.getState()).toMatchObject({ lab: lab.id, settings, seed: seed ?? 0, edits });
  expect(run.getState()).toMatchObject({
    ...{ phase: 'ready', view: { ...PLAIN_VIEW, flags: view }, breakdown: null, draft: null },
    speed: lab.firstSpeed ?? 'slow-start',
  });
  expect(run.getState().history.step.every((step) => step <= (steps ?? 0))).toBe(true);
  expect(document.temporal.getState().pastStates).toEqual([]);
  expect(notices).toEqual([]);
  await playAround();
});
