import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeModelFile, encodeModelFile } from '../../src/files/modelFile.ts';
import { labs } from '../../src/labs/allLabs.ts';
import { type LoadedLab, loadLab } from '../../src/labs/registry.ts';
import { activateBackend } from '../../src/networks/backend.ts';
import { DrivenSession } from '../../src/session/sessionDriver.fixture.ts';
import { defaultValues } from '../../src/settings/values.ts';
import { expectBrief } from './expectBrief.ts';
import { runsOf } from './howOften.ts';
import { badNumbers } from './numbers.ts';
import { quickSettings } from './quickSettings.ts';

const SEED = 3;
const STEPS = 5;

const letters = fc.constantFrom(...'0123456789eabcxyzABCXYZ+/=.-{}[]:," ');
/** A place in a text, and what stands there instead. */
const change = fc.record({ where: fc.nat(), letter: letters });

function changed(text: string, { where, letter }: { where: number; letter: string }): string {
  const at = where % text.length;
  return text.slice(0, at) + letter + text.slice(at + 1);
}

/** What a file says, however it is written; null where it is not JSON. */
function contentOf(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The text of a small model after a few steps. */
function modelText(lab: LoadedLab): string {
  const settings = quickSettings(defaultValues(lab.table));
  const dataset = lab.makeDataset(settings, SEED, null);
  const engine = lab.create({ settings, dataset, seed: SEED });
  const elbo = [];
  for (let step = 0; step < STEPS; step++) {
    const outcome = engine.train();
    if (outcome.ok) elbo.push(outcome.objective);
  }
  const checkpoint = engine.save();
  engine.dispose();
  const history = { step: elbo.map((_, step) => step + 1), elbo };
  const file = { lab: lab.id, settings, seed: SEED, edits: [], ownData: null, pretrained: false };
  return encodeModelFile({ ...file, checkpoint, history });
}

const session = new DrivenSession();
beforeAll(async () => {
  await activateBackend('cpu');
});
afterAll(() => session.close());

describe.each(await Promise.all(labs.map(({ id }) => loadLab(id))))(
  'a model of $id with one letter changed',
  (lab) => {
    let text = '';
    beforeAll(() => {
      text = modelText(lab);
    });

    it('is refused, unless it says the same in other words', () => {
      expect(decodeModelFile(text, lab)).toMatchObject({
        ok: true,
        warnings: [],
        hasChecksum: true,
      });
      fc.assert(
        fc.property(change, (its) => {
          const damaged = changed(text, its);
          const isSame = contentOf(damaged) === contentOf(text);
          expect(decodeModelFile(damaged, lab).ok).toBe(isSame);
        }),
        runsOf('MODELS', 300, labs.length),
      );
    });

    it('and without a checksum is refused in words, or can be drawn and trained', async () => {
      const { checksum: _, ...content } = JSON.parse(text);
      const old = JSON.stringify({ ...content, version: 1 });
      await fc.assert(
        fc.asyncProperty(change, async (its) => {
          const decoded = decodeModelFile(changed(old, its), lab);
          if (!decoded.ok) {
            expectBrief(decoded.problem.message);
            return;
          }
          expect(decoded.hasChecksum).toBe(false);
          const { settings, seed, edits, ownData, checkpoint } = decoded.file;
          const quick = quickSettings(settings);
          const request = {
            run: 1,
            lab: lab.id,
            settings: quick,
            seed,
            edits,
            ownData,
            checkpoint,
            ...{ view: {}, training: null },
          };
          const refusal = await session.refusal({ ...request, backend: 'cpu' });
          if (refusal !== null) {
            expectBrief(refusal);
            return;
          }
          await session.open({ ...request, backend: 'cpu' });
          expect(badNumbers((await session.currentFrame()).snapshot)).toEqual([]);
          await session.train(1);
          expect(badNumbers((await session.currentFrame()).snapshot)).toEqual([]);
        }),
        runsOf('MODELS', 60, labs.length),
      );
    });
  },
);
