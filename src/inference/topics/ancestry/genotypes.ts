/** Individuals with alleles, as a corpus holds them: a row of counts for each allele. */
import { type Corpus, documentsIn } from '../corpus.ts';

export interface Locus {
  /** Its alleles in the vocabulary. */
  readonly from: number;
  readonly to: number;
}

export interface Genotypes {
  /** D */
  readonly individuals: number;
  readonly loci: readonly Locus[];
  /** Alleles of the loci x D: copies that each individual has. */
  readonly counts: Uint16Array;
}

/** @param most individuals times alleles: beyond that every second locus, and so on */
export function genotypesOf(corpus: Corpus, most: number): Genotypes {
  const D = documentsIn(corpus);
  const V = corpus.vocabulary.length;
  const loci = lociOf(corpus, Math.ceil((D * V) / most));
  const rowOf = new Int32Array(V).fill(-1);
  let rows = 0;
  for (const { from, to } of loci) for (let v = from; v < to; v++) rowOf[v] = rows++;
  const counts = new Uint16Array(rows * D);
  for (let d = 0; d < D; d++)
    for (let at = corpus.starts[d]; at < corpus.starts[d + 1]; at++) {
      const row = rowOf[corpus.words[at]];
      if (row >= 0) counts[row * D + d] = corpus.counts[at];
    }
  return { individuals: D, loci, counts };
}

/** Every `stride`-th locus. */
function lociOf({ tables, vocabulary }: Corpus, stride: number): readonly Locus[] {
  const loci: Locus[] = [];
  for (let from = 0; from < vocabulary.length; ) {
    let to = from + 1;
    while (to < vocabulary.length && tables?.[to] === tables?.[from]) to += 1;
    loci.push({ from, to });
    from = to;
  }
  return loci.filter((_, at) => at % Math.max(1, stride) === 0);
}

/** D: copies of a locus that are known of each individual, into `copies`; `row` is its first allele's. */
export function countCopies(
  { individuals: D, counts }: Genotypes,
  row: number,
  { from, to }: Locus,
  copies: Float64Array,
): void {
  copies.fill(0);
  for (let allele = 0; allele < to - from; allele++)
    for (let d = 0; d < D; d++) copies[d] += counts[(row + allele) * D + d];
}
