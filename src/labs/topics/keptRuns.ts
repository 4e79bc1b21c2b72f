/** Runs that are kept to be compared, and how a link carries them. */
import * as v from 'valibot';

export interface KeptTopic {
  readonly id: number;
  /** Of the palette, counted from 0. */
  readonly colour: number;
  readonly name: string;
  readonly share: number;
  readonly words: readonly string[];
}

export interface KeptRun {
  /** Counted from 0. */
  readonly number: number;
  readonly corpus: string;
  readonly alpha: number;
  readonly eta: number;
  /** Per word, in nats; null before the first step. */
  readonly elbo: number | null;
  readonly perplexity: number | null;
  readonly topics: readonly KeptTopic[];
  /** D x K, in the order of `topics`; null where there are too many documents. */
  readonly shares: Float32Array | null;
}

/** At most so many are kept: the oldest goes. */
export const MOST_KEPT = 5;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const figure = v.nullable(v.number());

/** A run in a link: as short as it may be, since links have an end. */
const noteSchema = v.strictObject({
  number: whole,
  corpus: v.string(),
  priors: v.tuple([v.number(), v.number()]),
  figures: v.tuple([figure, figure]),
  topics: v.pipe(
    v.array(v.tuple([whole, whole, v.string(), v.number(), v.array(v.string())])),
    v.minLength(1),
  ),
  shares: v.nullable(v.string()),
});

type Note = v.InferOutput<typeof noteSchema>;

const notesSchema = v.pipe(v.array(noteSchema), v.maxLength(MOST_KEPT));

/** The runs of a link; undefined where it says something else. */
export function readRuns(note: unknown): readonly KeptRun[] | undefined {
  const found = v.safeParse(notesSchema, note);
  return found.success ? found.output.map(runOf) : undefined;
}

export const notesOfRuns = (runs: readonly KeptRun[]): readonly Note[] => runs.map(noteOf);

const round = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(6));

const noteOf = ({
  number,
  corpus,
  alpha,
  eta,
  elbo,
  perplexity,
  topics,
  shares,
}: KeptRun): Note => ({
  ...{ number, corpus, priors: [alpha, eta], figures: [round(elbo), round(perplexity)] },
  topics: topics.map(({ id, colour, name, share, words }) => [
    ...([id, colour, name, Number(share.toFixed(3))] as const),
    [...words],
  ]),
  shares: shares && sharesInText(shares, topics.length),
});

const runOf = ({ priors: [alpha, eta], figures: [elbo, perplexity], ...note }: Note): KeptRun => ({
  ...{ number: note.number, corpus: note.corpus, alpha, eta, elbo, perplexity },
  topics: note.topics.map(([id, colour, name, share, words]) => ({
    id,
    colour,
    name,
    share,
    words,
  })),
  shares: note.shares === null ? null : sharesOfText(note.shares, note.topics.length),
});

/** A share in two characters: 0 to 36² − 1. */
const DIGITS = 2;
const RADIX = 36;
const FULL = RADIX ** DIGITS - 1;
/** With more characters the link would be cut: the table of topics is carried alone. */
const MOST_CHARACTERS = 1200;

/** D x K shares; the last of each row is what the others leave. Null where they are too many. */
function sharesInText(shares: Float32Array, K: number): string | null {
  if ((shares.length / K) * (K - 1) * DIGITS > MOST_CHARACTERS) return null;
  return Array.from(shares)
    .filter((_, at) => at % K < K - 1)
    .map((share) =>
      Math.round(FULL * share)
        .toString(RADIX)
        .padStart(DIGITS, '0'),
    )
    .join('');
}

/** The shares again; null where the text is no such thing. */
function sharesOfText(text: string, K: number): Float32Array | null {
  const row = DIGITS * (K - 1);
  if (K < 2 || text.length % row !== 0 || !/^[0-9a-z]*$/.test(text)) return null;
  const shares = new Float32Array((text.length / row) * K);
  for (let d = 0; d * row < text.length; d++) {
    let left = 1;
    for (let k = 0; k < K - 1; k++) {
      const at = d * row + DIGITS * k;
      shares[d * K + k] = Number.parseInt(text.slice(at, at + DIGITS), RADIX) / FULL;
      left -= shares[d * K + k];
    }
    shares[d * K + K - 1] = Math.max(0, left);
  }
  return shares;
}
