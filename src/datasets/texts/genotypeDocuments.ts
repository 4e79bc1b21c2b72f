/** From own genotypes to documents of counted alleles. */
import { grouped, shortened } from '../../settings/words.ts';
import { documentsOf } from '../bars.ts';
import type { Documents } from '../dataset.ts';
import { InvalidDataset, type OwnData } from '../ownData.ts';

/**
 * The documents of own genotypes: words are alleles, with a table for each marker that varies.
 *
 * @throws InvalidDataset where none varies, or there are too few individuals
 */
export function genotypeDocuments(own: OwnData): Documents {
  const { documents, labels, name, rows } = own;
  if (!documents?.loci) throw new InvalidDataset(`“${shortened(name)}” holds no genotypes.`);
  if (rows < 2)
    throw new InvalidDataset(
      `Clusters need at least 2 individuals; there ${rows === 1 ? 'is 1' : 'are none'}.`,
    );
  const cells = documents.texts.map((text) => text.split(' '));
  const vocabulary: string[] = [];
  const tables: number[] = [];
  const bags = cells.map(() => [] as number[]);
  let constant = 0;
  let locus = 0;
  documents.loci.forEach((marker, at) => {
    const pairs = cells.map((row) => ((row[at] ?? '.') === '.' ? [] : row[at].split('/')));
    const alleles = [...new Set(pairs.flat())].sort((a, b) =>
      a.localeCompare(b, 'en', { numeric: true }),
    );
    if (alleles.length < 2) {
      constant += 1;
      return;
    }
    const first = vocabulary.length;
    for (const allele of alleles) {
      vocabulary.push(`${marker}, ${allele}`);
      tables.push(locus);
    }
    locus += 1;
    pairs.forEach((pair, d) => {
      for (let a = 0; a < alleles.length; a++) bags[d].push(0);
      for (const allele of pair) bags[d][first + alleles.indexOf(allele)] += 1;
    });
  });
  if (locus === 0)
    throw new InvalidDataset(
      `None of the ${grouped(documents.loci.length)} markers varies; expected at least one with two alleles.`,
    );
  const { titles, groups } = documents;
  return {
    ...documentsOf(name, bags),
    ...{ labels: groups.length > 0 ? labels : null, groups, vocabulary, titles },
    tables: Int32Array.from(tables),
    notes: notesOf(bags, locus, constant),
  };
}

function notesOf(bags: readonly (readonly number[])[], loci: number, constant: number): string[] {
  const known = bags.map((bag) => bag.reduce((sum, count) => sum + count, 0));
  const all = known.reduce((sum, count) => sum + count, 0);
  const missing = 1 - all / (2 * loci * bags.length);
  const empty = known.filter((count) => count === 0).length;
  return [
    `${grouped(bags.length)} individuals, ${grouped(loci)} markers.`,
    ...(missing > 0 ? [`${(100 * missing).toFixed(1)} % of the genotypes are not known.`] : []),
    ...(constant > 0
      ? [
          `${grouped(constant)} ${constant === 1 ? 'marker has' : 'markers have'} one allele only and ${constant === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
    ...(empty > 0
      ? [
          `${grouped(empty)} ${empty === 1 ? 'individual has' : 'individuals have'} no genotype at all.`,
        ]
      : []),
  ];
}
