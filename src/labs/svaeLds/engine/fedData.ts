/** What an SVAE-LDS is shown and trained on: its own sequence, or from some step on a faster one. */
import type { Sequence } from '../../../datasets/dataset.ts';
import { isDots } from '../../../datasets/movingDots.ts';
import type { TrainingData } from '../../../svae/trainer.ts';
import { trainingPart } from '../../shared/engine/heldOut.ts';
import type { SvaeLdsSettings } from '../settings.ts';
import { makeSvaeLdsDataset } from './data.ts';

type FeedSettings = Pick<SvaeLdsSettings, 'feedSpeed' | 'trains' | 'changesAt'>;

/**
 * `feedSpeed` and `trains` as they are at a training step: before `changesAt` everything learns
 * from the sequence itself, so that a link can go the whole way again.
 */
export function feedAt(
  { feedSpeed, trains, changesAt }: FeedSettings,
  step: number,
): Pick<SvaeLdsSettings, 'feedSpeed' | 'trains'> {
  return step < changesAt ? { feedSpeed: 1, trains: 'everything' } : { feedSpeed, trains };
}

export class FedData {
  /** Memory of its own that stays the same: other data are written into it. */
  readonly training: TrainingData;
  private readonly own: Sequence;
  private readonly settings: SvaeLdsSettings;
  private readonly seed: number;
  private fed: Sequence;
  private speed = 1;

  /** @param settings those that made `dataset` */
  constructor(dataset: Sequence, settings: SvaeLdsSettings, seed: number) {
    this.own = dataset;
    this.settings = settings;
    this.seed = seed;
    this.fed = dataset;
    const { values, ...shape } = trainingPart(dataset);
    this.training = { ...shape, values: values.slice() };
  }

  /** The sequence fed at present, with its held-out end and its period. */
  get dataset(): Sequence {
    return this.fed;
  }

  /**
   * Feeds the same dots `speed` times as fast, under the same noise; other series have one speed.
   * True when that changes anything.
   */
  setSpeed(speed: number): boolean {
    if (speed === this.speed || !isDots(this.settings.signal)) return false;
    const { settings, seed } = this;
    const faster = { ...settings, speed: settings.speed * speed };
    this.speed = speed;
    this.fed = speed === 1 ? this.own : makeSvaeLdsDataset(faster, seed, null);
    this.training.values.set(trainingPart(this.fed).values);
    return true;
  }
}
