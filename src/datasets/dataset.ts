import type { Calendar } from './calendar.ts';
import { type ColumnUnits, type DistanceUnit, inOwnUnits, MODEL_DISTANCE } from './columnUnits.ts';
import type { Delays } from './delays.ts';

/** Rows of numbers as models see them and as plots label them. */
interface Rows {
  readonly name: string;
  /** N */
  readonly rows: number;
  /** D */
  readonly dimension: number;
  /**
   * N x D, row-major, in model units: of points centred, with a root-mean-square radius of about 10;
   * of a sequence between 0 and 1, NaN where a value is missing.
   */
  readonly values: Float32Array;
  /** True class of each row from 0, -1 where it is not known; null where there are no classes. */
  readonly labels: Int32Array | null;
  /** Name of each column, for axes. */
  readonly columns: readonly string[];
  /** How each column is read in the units of the data; generated data are in model units. */
  readonly units: ColumnUnits;
  /** In what distances and errors across columns are given. */
  readonly distance: DistanceUnit;
  /** N x D in own units, exactly as they were given; absent of generated data. */
  readonly own?: Float64Array;
}

/** Independent rows. */
export interface Points extends Rows {
  readonly kind: 'points';
  /** Where the centre of generated points was before they were centred. */
  readonly centre?: readonly number[];
}

/** Rows in the order of time. */
export interface Sequence extends Rows {
  readonly kind: 'sequence';
  /** N x D: the signal without its noise, where known. */
  readonly clean: Float32Array | null;
  /** Rows at the end that no model trains on. */
  readonly heldOutRows: number;
  /** Steps after which the signal repeats, where it does and that is known. */
  readonly truePeriod: number | null;
  /** When its steps are, where that is known. */
  readonly calendar?: Calendar;
  /**
   * Rows are delay coordinates of so many columns: these come first, then the same at earlier steps, by which
   * forecasts are not judged.
   */
  readonly delays?: Delays & { readonly columns: number };
}

/** No rows: what the lab is about, a density or a network, is in its settings and edits. */
export interface NoRows extends Rows {
  readonly kind: 'none';
}

export const noRows = (name: string): NoRows => ({
  ...{ kind: 'none', name, rows: 0, dimension: 0, values: new Float32Array(0), labels: null },
  ...{ columns: [], units: [], distance: MODEL_DISTANCE },
});

/**
 * Documents as bags of words: a row is a document, and there are no columns. Individuals with their
 * alleles are documents, too. D documents, V words, P pairs of a document and a word that occurs in it.
 */
export interface Documents extends Rows {
  readonly kind: 'documents';
  /** V different words. */
  readonly vocabulary: readonly string[];
  /** V: 1 where the stop list or its frequency leaves a word out, as long as no edit takes it in; null: none. */
  readonly stopped: Uint8Array | null;
  /** D + 1: document d has the pairs from starts[d] to starts[d + 1]. */
  readonly starts: Int32Array;
  /** P: the word of each pair, ascending within a document. */
  readonly words: Int32Array;
  /** P: how often the word occurs in the document. */
  readonly counts: Int32Array;
  /** D */
  readonly titles: readonly string[];
  /** D: the texts as they were written, where the words come from texts. */
  readonly texts: readonly string[] | null;
  /** D: in years, NaN where it is not known; null where there are no dates. */
  readonly dates: Float64Array | null;
  /** Names of the classes in `labels`: regions, populations. */
  readonly groups: readonly string[];
  /** Pixels along a side, where words are the pixels of a square picture. */
  readonly side: number | null;
  /**
   * V: the table that each word belongs to, from 0, ascending: its locus, where words are alleles. A
   * topic has one distribution for each table. null where all words share one.
   */
  readonly tables: Int32Array | null;
  /** What generated documents were drawn from. */
  readonly truth: TrueTopics | null;
  /** What was found out or left out when texts were read, a sentence each. */
  readonly notes: readonly string[];
}

export interface TrueTopics {
  readonly count: number;
  /** K x V: rows, or each table in a row, sum to 1. */
  readonly topics: Float64Array;
  /** D x K: rows sum to 1. */
  readonly shares: Float64Array;
}

/** A data set of any lab: its kind says what else is known of it. */
export type Dataset = Points | Sequence | Documents | NoRows;

/** When the steps of a series are; undefined where that is not known, or there are no steps. */
export const calendarOf = (dataset: Dataset | null): Calendar | undefined =>
  dataset?.kind === 'sequence' ? dataset.calendar : undefined;

/** The rows of a data set in its units (N x D, row-major): exactly as given, where they were. */
export const observations = ({ own, units, values }: Pick<Rows, 'own' | 'units' | 'values'>) =>
  own ?? inOwnUnits(units, values);
