/** From the pointer's move to the painted picture that answers it, while a cluster is dragged. */
import type { Page } from 'playwright';
import { dragAndWatch, MOVE_EVERY_MS, partsInWords } from './answers.ts';
import { DRAG, SEED } from './config.ts';
import { type Figure, lower, type Measurement, overReference } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import type { AnswerLatency } from './page/answerWatch.ts';
import { median, quantile } from './statistics.ts';

const ARMS = 5;

interface DragCase {
  readonly points: number;
  readonly training: boolean;
  readonly atLeast: number | null;
  readonly aim: number | null;
  /** Bar and aim as shares of the reference work. */
  readonly ofReference?: readonly [number, number];
}

const CASES: readonly DragCase[] = [
  { points: 500, training: false, atLeast: 33, aim: 16, ofReference: [0.5, 0.3] },
  { points: 5000, training: false, atLeast: null, aim: 33, ofReference: [1.2, 0.7] },
  { points: 500, training: true, atLeast: null, aim: null },
];

export async function measureDrag(laboratory: Laboratory): Promise<Measurement> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  const references: number[] = [];
  for (const { points, training, atLeast, aim, ofReference } of CASES) {
    const page = await openLab(laboratory, { settings: { pointsPerArm: points / ARMS } });
    await page.evaluate((steps) => window.svaeLab?.train(steps), DRAG.trainedSteps);
    const reference = await page.evaluate(() => window.svaeBench.referenceMs());
    references.push(reference);
    if (training) await playAtFullSpeed(page);
    const moves = await dragHeaviestCluster(page);
    const latencies = moves.map(({ total }) => total);
    const while_ = training ? ' while it trains' : '';
    const bar = (limit: number | null) => (limit === null ? null : lower(limit, `${limit} ms`));
    const high = quantile(latencies, 0.95);
    const figure = {
      name: `drag to painted picture, ${points} points${while_}, 95th percentile`,
      atLeast: bar(atLeast),
      aim: bar(aim),
      value: high,
      measured: `${high.toFixed(1)} ms (median ${median(latencies).toFixed(1)})`,
    };
    figures.push(figure);
    if (ofReference) figures.push(overReference(figure, reference, ofReference));
    notes.push(
      `${points} points${while_}: ${moves.length} of ${DRAG.moves} moves followed, of the median ${partsInWords(moves)}`,
    );
  }
  return {
    figures,
    run: `seed ${SEED}, ${DRAG.moves} moves, Chromium`,
    referenceMs: median(references),
    notes: [
      `Drag: seed ${SEED}, ${DRAG.trainedSteps} steps trained, the heaviest cluster dragged in circles by ${DRAG.moves} moves of a real pointer, one every ${MOVE_EVERY_MS} ms or slower; from the move's own time stamp to the end of the main thread's frame with the re-inferred latents. ${notes.join('; ')}.`,
    ],
  };
}

async function dragHeaviestCluster(page: Page): Promise<readonly AnswerLatency[]> {
  const heaviest = await page.evaluate(async () => {
    const snapshot = await window.svaeLab?.snapshot();
    const clusters = snapshot?.clusters as { readonly weight: number }[];
    return clusters.reduce((best, { weight }, k) => (weight > clusters[best].weight ? k : best), 0);
  });
  return dragAndWatch(page, `Cluster ${heaviest + 1}`, '.cluster-hit');
}
