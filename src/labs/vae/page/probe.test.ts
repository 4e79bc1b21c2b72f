import { expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../../settings/link.ts';
import { defaultValues } from '../../../settings/values.ts';
import { vae } from '../lab.ts';
import { movedProbe, probeIn, probeOf } from './probe.ts';

it('a probe has as many dimensions as the model, 0 where nobody has moved it', () => {
  expect(probeOf([1], 3)).toEqual([1, 0, 0]);
  expect(probeOf([1, 2, 3], 2)).toEqual([1, 2]);
});

it('moves in the plane shown and keeps its other coordinates', () => {
  const first = movedProbe([], [0, 1], [1, 2]);
  expect(movedProbe(first, [3, 1], [7, 5])).toEqual([1, 5, 0, 7]);
  expect(movedProbe(first, [0], [3])).toEqual([3, 2]);
});

it('is placed to a thousandth, and no farther out than links may have it', () => {
  expect(movedProbe([], [0, 1], [0.12345, -1e6])).toEqual([0.123, -100]);
});

it('is where the edit has it, whatever other edits there are', () => {
  expect(
    probeIn({ edits: [{ kind: 'moveMean' }, { kind: 'placeProbe', latent: [1, 2] }] }),
  ).toEqual([1, 2]);
  expect(probeIn({ edits: [] })).toBe(probeIn({ edits: [{ kind: 'moveMean' }] }));
});

it('comes back from a link, with the draw of samples', () => {
  const settings = { ...defaultValues(vae.table), samples: 50, sampleDraw: 4 };
  const edits = vae.withEdit([], { kind: 'placeProbe', latent: [0.5, -1.25] });
  const shown = { lab: 'vae', settings, seed: 3, steps: 2000, edits, view: { samples: true } };
  const { hash } = encodeLink(
    { ...shown, hidden: [], selected: {}, notes: {}, ownData: null },
    vae,
  );
  const { state, problems } = decodeLink(hash, [vae]);
  expect(problems).toEqual([]);
  expect(state).toMatchObject(shown);
  expect(probeIn(state ?? { edits: [] })).toEqual([0.5, -1.25]);
});
