import type { AnyEngine } from '../engine.ts';
import type { LabExamples } from '../examples.fixture.ts';
import { rounded } from '../miniature.fixture.ts';
import type { SvaeLdsEdit } from './edits.ts';
import type { SvaeLdsInspection, SvaeLdsQuery, SvaeLdsSnapshot } from './snapshot.ts';

/** Figure 6.9 and a challenge ask for 15 % of the period; it should not be necessary to hit it exactly. */
const CLEARLY = 0.2;
const STABLE = 1.01;

/** Steps on either side of the line where input ends, in the miniature. */
const AROUND_INPUT_END = 60;
const CURVES = 2;

export const examples: LabExamples = {
  small: { sequenceSteps: 600, windowSteps: 20, windows: 4, latentDimension: 4 },
  otherShape: { latentDimension: 3 },
  edits: [
    { kind: 'setTransitionEntry', row: 0, column: 1, value: 0.7 },
    { kind: 'scaleLatent', latent: 0, factor: 0 },
  ] satisfies SvaeLdsEdit[],
  harmless: (): SvaeLdsEdit[] => [
    { kind: 'scaleTransitionColumn', column: 0, factor: 1 },
    { kind: 'scaleLatent', latent: 0, factor: 1 },
    { kind: 'setInputEnd', step: 3 },
  ],
  queries: [
    { kind: 'columnScan', column: 0, factors: [0.9, 1.1] },
    { kind: 'stableEdits', nextTo: 0.99 },
  ] satisfies SvaeLdsQuery[],
  shipped: {
    // Its networks have six times the inputs and outputs.
    'svae-lds': {
      characters: 170_000,
      isGood: (model) => {
        const { period, truePeriod } = model.measure?.() ?? {};
        const isOnTime = Math.abs(Number(period) / Number(truePeriod) - 1) < 0.01;
        return isOnTime && hasColumnThatMatters(model);
      },
    },
  },
  miniature: {
    of(snapshot: SvaeLdsSnapshot) {
      const { dataDimension: D, latentDimension: d, inputEnds, latents } = snapshot;
      const from = Math.max(0, inputEnds - AROUND_INPUT_END);
      const to = inputEnds + AROUND_INPUT_END;
      const columns = Array.from({ length: d }, (_, column) =>
        rounded(latents.subarray(from * d, to * d).filter((_value, at) => at % d === column)),
      );
      return {
        pixels: D,
        data: rounded(snapshot.data.subarray(from * D, to * D)),
        prediction: rounded(snapshot.prediction.subarray(from * D, to * D)),
        inputEnd: inputEnds - from,
        latents: columns.sort((a, b) => range(b) - range(a)).slice(0, CURVES),
      };
    },
  },
};

/** Whether one column, scaled a little, changes the period a lot and leaves the system stable. */
function hasColumnThatMatters(engine: AnyEngine): boolean {
  const { period: learned, latentDimension } = engine.snapshot() as SvaeLdsSnapshot;
  if (learned === null) return false;
  return Array.from({ length: latentDimension }, (_, column) => column).some((column) => {
    const query: SvaeLdsQuery = { kind: 'columnScan', column, factors: [0.8, 1.2] };
    const scan = engine.inspect?.(query) as SvaeLdsInspection;
    if (scan?.kind !== 'columnScan') return false;
    return scan.points.some(
      ({ period, spectralRadius }) =>
        period !== null && spectralRadius < STABLE && Math.abs(period / learned - 1) > CLEARLY,
    );
  });
}

function range(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
