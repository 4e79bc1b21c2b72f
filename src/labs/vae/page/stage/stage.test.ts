import { expect, it } from 'vitest';
import { shownLayers } from '../../../shared/stage/useLayers.ts';
import { vaeLayers, vaePointedAt } from '../../layers.ts';
import { datumInWords, placeInWords, probeInWords } from './inWords.ts';

it('places are written with three coordinates at most, of more with two', () => {
  expect(placeInWords([1, -2])).toBe('(1.00, −2.00)');
  expect(placeInWords([1, 2, 3, 4], 0)).toBe('(1, 2, …)');
});

const IN_TENS = { scale: 10, unit: 'own units' } as const;

it('a datum is told by what it costs, buys and loses, and by its posterior', () => {
  const text = datumInWords(
    {
      latentDimension: 1,
      latents: Float32Array.of(0, 2),
      deviations: Float32Array.of(1, 0.5),
      factors: null,
      reconstructions: Float32Array.of(0, 0, 4, 4),
      rowKl: Float32Array.of(0, 2.25),
      rowGain: Float32Array.of(0, 3.5),
    },
    { values: Float32Array.of(0, 0, 4, 6), dimension: 2, distance: IN_TENS },
    1,
  );
  expect(text).toBe('KL 2.25, gain 3.50 nats; error 14.142; q(x) at (2.00) ± (0.50)');
});

it('of a correlated posterior in the plane the correlation is told, too', () => {
  const text = datumInWords(
    {
      latentDimension: 2,
      latents: Float32Array.of(1, 2),
      deviations: Float32Array.of(0.5, 0.25),
      factors: Float32Array.of(0.5, 0, -0.15, 0.2),
      reconstructions: Float32Array.of(0),
      ...{ rowKl: Float32Array.of(1), rowGain: Float32Array.of(1) },
    },
    { values: Float32Array.of(0), dimension: 1, distance: IN_TENS },
    0,
  );
  expect(text).toMatch(/\(0\.50, 0\.25\), correlation −0\.60$/);
});

it('the probe is told with what it decodes to, of pictures with their noise alone', () => {
  const flat = { latent: [0, 1], mean: Float32Array.of(2, 3), deviation: Float32Array.of(0.5, 1) };
  const units = [
    { offset: 0, scale: 1 },
    { offset: 100, scale: 10 },
  ];
  const plane = { dimension: 2, units, distance: IN_TENS };
  expect(probeInWords(flat, plane)).toBe(
    'x = (0.00, 1.00) decodes to (2.00, 130.0), σ (0.50, 10.0)',
  );
  const picture = {
    latent: [0],
    mean: new Float32Array(4),
    deviation: Float32Array.of(2, 2, 2, 2),
  };
  expect(probeInWords(picture, { ...plane, dimension: 4 })).toBe(
    'x = (0.00); decoder σ 20.000 in the mean',
  );
});

it('formulas show what they point at', () => {
  const shown = (highlight: string | null) =>
    shownLayers(vaeLayers, { posteriors: false }, highlight, vaePointedAt);
  expect(shown(null)).toMatchObject({ grid: false, prior: true, posteriors: false });
  expect(shown('posteriors').posteriors).toBe(true);
  expect(shown('decoder').grid).toBe(true);
  expect(shown('observations')).toMatchObject({ observations: true, reconstructions: false });
});
