/** A network by hand: evidence, updates, tables, arrows, names, and what is refused. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { applyPreset } from '../../../../settings/presets.ts';
import { useSnapshot } from '../../../../store/context.ts';
import { shownOf } from '../../../lab.ts';
import { openPanels } from '../../../panels.fixture.tsx';
import { meanField } from '../../lab.ts';
import type { NetworkSnapshot } from '../../networkSnapshot.ts';
import { NetworkStage } from './NetworkStage.tsx';

function Stage() {
  const snapshot = useSnapshot(meanField);
  return snapshot?.part === 'network' ? <NetworkStage snapshot={snapshot} /> : null;
}

let page: Awaited<ReturnType<typeof openPanels>>;

async function open(preset: string): Promise<void> {
  const applied = applyPreset(meanField.table, preset);
  if (!applied.ok) throw new Error(applied.message);
  page = await openPanels('mean-field', { settings: applied.values, steps: 0 }, <Stage />);
}
afterEach(() => {
  cleanup();
  page.close();
});

async function look(): Promise<NetworkSnapshot> {
  const snapshot = shownOf(meanField, await page.controller.currentFrame());
  if (snapshot.part !== 'network') throw new Error('This is no network.');
  return snapshot;
}
const node = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}(,|;)`) });
const click = async (name: string | RegExp) =>
  page.user.click(await screen.findByRole('button', { name }));
const now = (check: (snapshot: NetworkSnapshot) => void) =>
  waitFor(async () => check(await look()));

it('observes a state by a click and by a number key, and undo takes it back', async () => {
  await open('leak');
  await click('Observe Rain = yes');
  await now(({ evidence, exact }) => {
    expect(evidence).toEqual([null, null, 1, 1]);
    expect(exact?.marginals[1][1]).toBeCloseTo(0.1944990177, 9);
  });
  await screen.findByRole('button', { name: 'Observe Rain = yes', pressed: true });
  node('Cloudy').focus();
  await page.user.keyboard('1');
  await now(({ evidence }) => expect(evidence).toEqual([0, null, 1, 1]));
  await page.controller.undo();
  await page.controller.undo();
  await now(({ evidence }) => expect(evidence).toEqual([null, null, null, 1]));
});

it('couples two spins on the stage, and no other network', async () => {
  await open('spins');
  const slider = await screen.findByRole('slider', { name: 'Coupling' });
  slider.focus();
  await page.user.keyboard('{ArrowRight}');
  await waitFor(() => expect(page.controller.document.getState().settings.coupling).toBe(1.25));
  await page.controller.changeSettings({ target: 'sprinkler' });
  await waitFor(() => expect(screen.queryByRole('slider', { name: 'Coupling' })).toBeNull());
});

it('updates the node one has chosen, and finds the better fixed point', async () => {
  await open('sprinkler');
  node('Rain').focus();
  await page.user.keyboard('u');
  await now(({ q }) => expect(q[2]).toEqual([0, 1]));
  await page.controller.train(200);
  await now(({ elbo }) => expect(elbo).toBeCloseTo(-0.8430173572, 8));
});

it('changes a table, and the row goes on adding up to 1', async () => {
  await open('sprinkler');
  node('Wet grass').focus();
  await page.user.keyboard('{Enter}');
  const entry = await screen.findByRole('textbox', {
    name: 'p(Wet grass = yes | Sprinkler = no, Rain = no)',
  });
  await page.user.clear(entry);
  await page.user.type(entry, '0.05{Enter}');
  await now(({ nodes, exact }) => {
    expect(nodes[3].table.slice(0, 2)).toEqual([0.95, 0.05]);
    expect(exact?.logEvidence).toBeCloseTo(-0.4130941353, 9);
  });
});

it('a table that keys only pass through stays as it is', async () => {
  await open('spins');
  const table = await screen.findByRole('region', { name: /^Table of/ });
  within(table).getByRole('textbox', { name: 'Name' }).focus();
  for (let key = 0; key < 12; key++) await page.user.keyboard('{Tab}');
  expect(page.controller.document.getState().edits).toEqual([]);
});

it('refuses a cycle in words, and the network stays', async () => {
  await open('sprinkler');
  node('Cloudy').focus();
  await page.user.keyboard('{Enter}');
  const table = await screen.findByRole('region', { name: 'Table of Cloudy' });
  await page.user.click(within(table).getByRole('checkbox', { name: 'Wet grass' }));
  await waitFor(() => expect(page.notices.at(-1)?.text).toMatch(/arrows go round in a circle/));
  expect((await look()).nodes[0].parents).toEqual([]);
});

it('adds, names and removes a node; the last state of one is not removed', async () => {
  await open('own');
  await click('Add a node');
  await now(({ nodes }) => expect(nodes.map(({ name }) => name)).toContain('Node 3'));
  const table = await screen.findByRole('region', { name: 'Table of Node 3' });
  const name = within(table).getByRole('textbox', { name: 'Name' });
  await page.user.clear(name);
  await page.user.type(name, 'Context{Enter}');
  await now(({ nodes }) => expect(nodes[2].name).toBe('Context'));
  await click('Remove the state no');
  await now(({ nodes }) => expect(nodes[2]).toMatchObject({ states: ['yes'], table: [1] }));
  await click('Remove the state yes');
  await waitFor(() => expect(page.notices.at(-1)?.text).toMatch(/Context has no states/));
  node('Context').focus();
  await page.user.keyboard('{Delete}');
  await now(({ nodes }) => expect(nodes).toHaveLength(2));
});

it('keeps all changes that are made before the next picture', async () => {
  await open('own');
  const add = await screen.findByRole('button', { name: 'Add a node' });
  const before = (await look()).nodes[0].at[0];
  for (let time = 0; time < 2; time++) {
    fireEvent.click(add);
    fireEvent.keyDown(node('Cause'), { key: 'ArrowRight' });
  }
  await now(({ nodes }) => {
    expect(nodes.map(({ name }) => name)).toEqual(['Cause', 'Effect', 'Node 3', 'Node 4']);
    expect(nodes[0].at[0]).toBeCloseTo(before + 0.04, 6);
  });
});

it('puts q elsewhere by keys; the next step goes on from there', async () => {
  await open('spins');
  const slider = await screen.findByRole('slider', { name: /^q of x₂ = \+1/ });
  slider.focus();
  await page.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await now(({ q }) => expect(q[1][1]).toBeGreaterThan(0.15));
  const { q } = await look();
  await page.controller.step();
  await now(({ q: after }) => {
    expect(after[1]).toEqual(q[1]);
    expect(after[0]).not.toEqual(q[0]);
  });
});
