/**
 * The figures of the table, measured by questions to the session small enough that training and the
 * page go on between them.
 */
import { viewEntry } from '../../../../store/view.ts';
import type { AnswerTo } from '../../../lab.ts';
import type {
  CompareInspection,
  CompareQuery,
  FiguresInspection,
  LikelihoodInspection,
  ModelName,
} from '../../snapshot.ts';
import { MODELS } from '../names.ts';
import { type Likelihood, pooled } from './pooled.ts';

export interface Measurements {
  /** The run they belong to; -1 for none. */
  readonly run: number;
  readonly figures: FiguresInspection | null;
  /** Of each model, as soon as it is measured. */
  readonly likelihoods: Readonly<Partial<Record<ModelName, Likelihood>>>;
  /** The measuring under way; null while there is none. */
  readonly measuring: MeasuringUnderWay | null;
}

export interface MeasuringUnderWay {
  /** Per row of the likelihoods to come. */
  readonly samples: number;
  /** How much of it is done, 0 to 1. */
  readonly done: number;
}

const NOTHING: Measurements = {
  run: -1,
  figures: null,
  likelihoods: {},
  measuring: null,
};

export const measured = viewEntry<Measurements>(NOTHING);

/** Samples in one question to a small model: the next question waits some tens of milliseconds. */
const SAMPLES_AT_ONCE = 6400;
/** With this many weights a sample takes about twice as long as with hardly any. */
const COSTLY_PARAMETERS = 10_000;

/**
 * Rows in one question. By the size of the model and not by the clock, so that the same run gives the
 * same figures everywhere: noise belongs to the row that a question begins with.
 */
export function rowsAtOnce(samples: number, parameterCount: number): number {
  const cost = 1 + parameterCount / COSTLY_PARAMETERS;
  return Math.max(1, Math.floor(SAMPLES_AT_ONCE / (samples * cost)));
}

/** Answers a query of this lab; rejects when the run has gone. */
export type Ask = <Asked extends CompareQuery>(
  query: Asked,
) => Promise<AnswerTo<CompareInspection, Asked['kind']>>;

export interface MeasuringJob {
  readonly run: number;
  readonly ask: Ask;
  readonly samples: number;
  /** False as soon as the figures are not needed any more. */
  readonly isWanted: () => boolean;
  readonly note: (change: (before: Measurements) => Measurements) => void;
}

/** Measures everything once. Figures of one model are told as soon as they are whole. */
export async function measureAll(job: MeasuringJob): Promise<void> {
  const { run, ask, samples, isWanted } = job;
  const note = (change: Partial<Measurements>) => job.note((before) => ({ ...before, ...change }));
  job.note((before) => (before.run === run ? before : { ...NOTHING, run }));
  note({ measuring: { samples, done: 0 } });
  try {
    const figures = await ask({ kind: 'figures' });
    if (!isWanted()) return;
    note({ figures });
    for (const model of MODELS) {
      const likelihood = await measureLikelihood(job, model, figures);
      if (likelihood === null) return;
      job.note((before) => ({
        ...before,
        likelihoods: { ...before.likelihoods, [model]: likelihood },
      }));
    }
  } finally {
    if (isWanted()) note({ measuring: null });
  }
}

/** Null when it is not wanted any more. */
async function measureLikelihood(
  { ask, samples, isWanted, note }: MeasuringJob,
  model: ModelName,
  { evaluationData: { rows }, ...figures }: FiguresInspection,
): Promise<Likelihood | null> {
  const questions = Math.ceil(rows / rowsAtOnce(samples, figures[model].parameterCount));
  const atOnce = Math.ceil(rows / questions);
  const parts: LikelihoodInspection[] = [];
  for (let from = 0; from < rows; from += atOnce) {
    const query = { kind: 'likelihood', model, from, samples } as const;
    const answer = await ask({ ...query, rows: Math.min(atOnce, rows - from) });
    if (!isWanted()) return null;
    parts.push(answer);
    const rowsDone = rows * MODELS.indexOf(model) + Math.min(rows, from + atOnce);
    const done = rowsDone / (rows * MODELS.length);
    note((before) => ({ ...before, measuring: { samples, done } }));
  }
  return pooled(parts, samples);
}
