import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { labs } from '../../src/labs/allLabs.ts';
import { examplesOf } from '../../src/labs/examples.fixture.ts';
import { objectiveOf } from '../../src/labs/lab.ts';
import { type LoadedLab, loadLab } from '../../src/labs/registry.ts';
import { activateBackend } from '../../src/networks/backend.ts';
import { Running } from '../../src/session/running.ts';
import { decodeLink, encodeLink, type LinkState } from '../../src/settings/link.ts';
import { expectBrief } from './expectBrief.ts';
import { runsOf } from './howOften.ts';
import { linkStates } from './linkText.ts';
import { badNumbers, type UnusualNumbers } from './numbers.ts';
import { quickSettings } from './quickSettings.ts';

beforeAll(async () => {
  await activateBackend('cpu');
});

/** The labs whose figures may be infinite, or whose bound may be, as they say. */
const INFINITE = new Set<string>();
for (const lab of labs)
  if ((await examplesOf(lab.id)).mayBeInfinite || objectiveOf(lab).mayBeInfinite)
    INFINITE.add(lab.id);

describe.each(await Promise.all(labs.map(({ id }) => loadLab(id))))(
  'a random link to $id',
  (lab) => {
    it('opens, or says in a few words what is wrong with it', () => {
      fc.assert(
        fc.property(linkStates(lab), (text) => {
          const { state, problems } = decodeLink(`#/${lab.id}?${text}`, [lab]);
          if (!state) throw new Error('The lab was not found.');
          for (const { message } of problems) expectBrief(message);
          expect(badNumbers(state, unusual(state))).toEqual([]);
          const again = decodeLink(encodeLink(state, lab).hash, [lab]);
          expect(again.state).toEqual({ ...state, ownData: again.state?.ownData ?? null });
          expectToOpen(lab, state);
        }),
        runsOf('LINKS', 240, labs.length),
      );
    });
  },
);

/** Expects that what a link says can be drawn and trained, or is refused in words. */
function expectToOpen(definition: LoadedLab, state: LinkState): void {
  const { lab, settings, seed, edits, ownData } = state;
  const allowed = unusual(state);
  const quick = quickSettings(settings);
  const request = { run: 1, lab, settings: quick, seed: seed ?? 0, edits, ownData };
  let running: Running;
  try {
    const dataset = definition.makeDataset(quick, request.seed, ownData);
    running = new Running(
      definition,
      { ...request, backend: 'cpu', checkpoint: null, view: {}, training: null },
      dataset,
      'cpu',
    );
  } catch (error) {
    expectBrief((error as Error).message);
    return;
  }
  const { engine, refusals } = running;
  try {
    for (const refusal of refusals) expectBrief(refusal);
    expect(badNumbers(engine.snapshot(), allowed)).toEqual([]);
    const outcome = engine.train();
    if (outcome.ok) {
      expect(badNumbers(engine.evaluate(), allowed)).toEqual([]);
      expect(badNumbers(engine.snapshot(), allowed)).toEqual([]);
    } else expectBrief(outcome.breakdown.message);
  } finally {
    engine.dispose();
  }
}

function unusual({ lab, ownData }: LinkState): UnusualNumbers {
  const isOwn = ownData !== null;
  return { mayBeHuge: isOwn, mayLack: isOwn, mayBeInfinite: INFINITE.has(lab) };
}
