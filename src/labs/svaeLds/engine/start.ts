/** How an SVAE-LDS starts: at random, or from the data. */
import type { Sequence } from '../../../datasets/dataset.ts';
import type { TrainingData } from '../../../svae/trainer.ts';
import { type NetworkStart, seriesNetworks } from '../../shared/engine/seriesNetworks.ts';
import type { SvaeLdsSettings } from '../settings.ts';
import { isFaint, startsFromData, startsWithPeriod } from '../startsFromData.ts';

/** Rows for training of the default sequence, which the prior's spread is meant for. */
const USUAL_ROWS = 4600;

/**
 * What the spread of the transition's prior is times. The prior pulls the transition towards the
 * identity, and a rotation towards slower ones, by its own weight as a fraction of the rows': one
 * that is right for the dot makes the period of a hundred rows a seventh too long.
 */
export function priorWidening(settings: SvaeLdsSettings, trainingRows: number): number {
  return startsFromData(settings) ? Math.max(1, USUAL_ROWS / trainingRows) : 1;
}

/** Shape and first parameters of the networks. */
export function networkStart(
  settings: SvaeLdsSettings,
  dataset: Sequence,
  training: TrainingData,
  seed: number,
): NetworkStart {
  const limits = startsWithPeriod(settings) ? 'around the data' : 'within limits';
  const fromData = startsFromData(settings) ? limits : null;
  return seriesNetworks({ settings, dataset, training, seed, fromData, isLoud: isFaint(settings) });
}
