/** What the page does with the lab of any kind: trains it, edits it, takes that back, opens its link. */
import { afterAll, describe, expect, it } from 'vitest';
import { noStorage } from '../files/noStorage.ts';
import { labs } from '../labs/allLabs.ts';
import { examplesOf } from '../labs/examples.fixture.ts';
import { validateSettings } from '../settings/validate.ts';
import { fromSeed } from './document.ts';
import { createEntrance } from './entrance.ts';
import { linkStateOf, openLabInProcess } from './labInProcess.fixture.ts';

const { controller, notices, close } = openLabInProcess();
const entrance = createEntrance({ controller, storage: noStorage, shipped: async () => null });
afterAll(close);

/** All that is seen but the measurement of speed, which is never twice the same. */
async function look() {
  const { step, objective, learnedObjective, snapshot } = await controller.currentFrame();
  return { step, objective, learnedObjective, snapshot };
}

describe.each(labs)('$title', (lab) => {
  it('trains, takes edits and gives them back, and a link brings it all back', async () => {
    const { small, edits } = await examplesOf(lab.id);
    const { values: settings } = validateSettings(lab.table, small);
    const origin = fromSeed();
    await controller.openDocument({
      lab: lab.id,
      settings,
      seed: 1,
      edits: [],
      ownData: null,
      origin,
    });
    await controller.train(5);
    const trained = await look();
    for (const edit of edits) {
      const all = lab.withEdit(controller.editing.committed, lab.parseEdit(edit));
      await controller.editing.put(all);
    }
    const edited = await look();
    expect(edited.step).toBe(trained.step);
    if (edits.length > 0) expect(edited).not.toEqual(trained);
    const link = await linkStateOf(controller);
    for (const _ of edits) await controller.undo();
    expect(await look()).toEqual(trained);

    await entrance.enter(labs.find(({ id }) => id !== lab.id)?.id ?? '', '');
    await entrance.enter(lab.id, link);
    expect(await look()).toEqual(edited);
    expect(notices).toEqual([]);
  });
});
