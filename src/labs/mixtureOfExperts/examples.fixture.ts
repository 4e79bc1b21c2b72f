import type { Dataset } from '../engine.ts';
import type { LabExamples } from '../examples.fixture.ts';
import { everyFourth, round } from '../miniature.fixture.ts';
import type { ExpertsQuery, ExpertsSnapshot } from './snapshot.ts';

/** In the miniature an expert's line is drawn where the gate gives it at least this share. */
const LEADING = 0.5;

export const examples: LabExamples = {
  small: { pointsPerPiece: 20 },
  otherShape: { experts: 5 },
  edits: [],
  harmless: () => [],
  queries: [{ kind: 'point', row: 3 }] satisfies ExpertsQuery[],
  shipped: {},
  miniature: {
    preset: 'zigzag',
    steps: 200,
    of(snapshot: ExpertsSnapshot, { values }: Dataset) {
      const { rows, assignments, experts, x, predictions, gates } = snapshot;
      const K = experts.length;
      const shown = everyFourth(rows);
      const places = everyFourth(x.length);
      return {
        points: shown.map((n) => [round(values[2 * n]), round(values[2 * n + 1]), assignments[n]]),
        lines: experts.map((_, k) =>
          places
            .filter((g) => gates[g * K + k] > LEADING)
            .map((g) => [round(x[g]), round(predictions[g * K + k])]),
        ),
      };
    },
  },
};
