// @vitest-environment happy-dom
/** The way from a target to any other one and back. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { changedOnTheWay, notRepeated } from '../../../store/notRepeated.ts';
import { shownOf } from '../../lab.ts';
import { openPanels } from '../../panels.fixture.tsx';
import { meanField } from '../lab.ts';
import { Stage } from './Stage.tsx';

let page: Awaited<ReturnType<typeof openPanels>>;
afterEach(() => {
  cleanup();
  page.close();
});

const open = async (target: string) => {
  const settings = { ...defaultValues(meanField.table), target };
  page = await openPanels('mean-field', { settings, steps: 0 }, <Stage />);
};
const choose = async (name: string) => page.user.click(await screen.findByRole('radio', { name }));
const shown = async () => shownOf(meanField, await page.controller.currentFrame());
const shows = (check: (snapshot: Awaited<ReturnType<typeof shown>>) => void) =>
  waitFor(async () => check(await shown()));
const settings = () => page.controller.document.getState().settings;

it('leads from a network to the plane and back, and what was observed is observed again', async () => {
  await open('leak');
  await page.user.click(await screen.findByRole('button', { name: 'Observe Rain = yes' }));
  const observed = [null, null, 1, 1];
  await shows((snapshot) => expect(snapshot).toMatchObject({ evidence: observed }));
  await choose('Banana');
  await shows((snapshot) => expect(snapshot.part).toBe('plane'));
  await choose('Spins');
  await shows((snapshot) => expect(snapshot).toMatchObject({ evidence: [null, null, 1] }));
  expect(settings().start).toBe('random');
  await choose('Leak');
  await shows((snapshot) => expect(snapshot).toMatchObject({ evidence: observed }));
  expect(settings().start).toBe('uniform');
  await page.controller.undo();
  await shows((snapshot) => expect(snapshot).toMatchObject({ evidence: [null, null, 1] }));
});

it('is walked through by keys', async () => {
  await open('gaussian');
  (await screen.findByRole('radio', { name: 'Gaussian' })).focus();
  await page.user.keyboard('{ArrowRight}');
  await waitFor(() => expect(settings().target).toBe('normal'));
  screen.getByRole('radio', { name: 'Own' }).focus();
  await page.user.keyboard(' ');
  await waitFor(() => expect(settings().target).toBe('own'));
});

it('a link repeats which nodes were chosen, and undo takes an update back', async () => {
  await open('leak');
  const update = async (name: string) => {
    screen.getByRole('button', { name: new RegExp(`^${name}(,|;)`) }).focus();
    await page.user.keyboard('u');
  };
  await screen.findByRole('button', { name: 'Observe Rain = yes' });
  const { step } = await page.controller.currentFrame();
  await update('Rain');
  await waitFor(async () => expect((await page.controller.currentFrame()).step).toBe(step + 1));
  await update('Rain');
  await waitFor(async () => expect((await page.controller.currentFrame()).step).toBe(step + 2));
  await page.controller.step();
  const { edits, origin } = page.controller.document.getState();
  expect(edits).toEqual([
    {
      kind: 'chooseNodes',
      turns: [
        [0, 2],
        [1, 2],
      ],
    },
  ]);
  expect(notRepeated(meanField, origin)).toEqual([]);
  const [byHand] = [await shown()];
  await page.controller.startAgain({});
  expect(page.controller.document.getState().edits).toEqual([]);
  await page.controller.editing.put(edits);
  await page.controller.replay(3);
  expect(await shown()).toEqual(byHand);
  for (let back = 0; back < 3; back++) await page.controller.undo();
  await shows((snapshot) => expect(snapshot.course.update).toEqual([0, 1]));
});

it('says with a link that evidence has changed between updates, and no longer after undo', async () => {
  await open('leak');
  const missing = () => {
    const { trainedUnder, step } = page.controller.run.getState();
    return changedOnTheWay(meanField, trainedUnder, page.controller.document.getState(), step);
  };
  await page.controller.train(3);
  expect(missing()).toEqual([]);
  await page.user.click(await screen.findByRole('button', { name: 'Observe Rain = yes' }));
  await waitFor(() => expect(missing()).toHaveLength(1));
  await page.controller.undo();
  expect(missing()).toEqual([]);
  await page.controller.changeSettings({ gibbs: false });
  await page.controller.train(1);
  await page.controller.changeSettings({ gibbs: true });
  expect(missing()).toHaveLength(1);
  await page.controller.reset();
  expect(missing()).toEqual([]);
  await page.controller.undo();
  expect(missing()).toHaveLength(1);
});
