import { expect, it } from 'vitest';
import { genotypeTable, isGenotypeFile } from './genotypeFiles.ts';
import { documentsOfGenotypes, genotypeColumns } from './genotypes.ts';
import { readTextTable } from './textColumns.ts';

/** The individuals of a file, as the lab gets them. */
async function individuals(name: string, text: string) {
  const reading = await readTextTable(genotypeTable(name, text), { name });
  if (!reading.ok) throw new Error(reading.problems[0].message);
  const columns = genotypeColumns(reading.table);
  if (!columns) throw new Error('These are no genotypes.');
  return documentsOfGenotypes(reading.table, columns).documents;
}

const VCF = `##fileformat=VCFv4.2
##source=made up
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tann\tbob\tcat
1\t100\trs1\tA\tG\t.\tPASS\t.\tGT:DP\t0/1:9\t1|1:7\t./.:0
1\t200\t.\tC\tT,G\t.\tPASS\t.\tGT\t0/2\t0/0\t1/2
X\t300\trs3\tC\tT\t.\tPASS\t.\tDP:GT\t3:0/0\t4:1\t5:0/1
`;

it('reads VCF: samples become individuals, phase and other fields go', async () => {
  expect(await individuals('cats.vcf', VCF)).toMatchObject({
    titles: ['ann', 'bob', 'cat'],
    loci: ['rs1', '1:200', 'rs3'],
    texts: ['0/1 0/2 0/0', '1/1 0/0 .', '. 1/2 0/1'],
  });
});

const TWO_ROWS = `loc_a loc_b loc_c
ann 1 101 7 3
ann 1 103 7 -9
bob 1 101 9 3
bob 1 101 7 4
cat 2 103 9 4
cat 2 103 9 4
dan 2 101 9 3
dan 2 103 9 4
`;
const FOUR = {
  titles: ['ann', 'bob', 'cat', 'dan'],
  groups: ['1', '2'],
  texts: ['101/103 7/7 .', '101/101 7/9 3/4', '103/103 9/9 4/4', '101/103 9/9 3/4'],
};

it('reads STRUCTURE files with two lines or two columns for each individual', async () => {
  const loci = ['loc_a', 'loc_b', 'loc_c'];
  expect(await individuals('cats.str', TWO_ROWS)).toMatchObject({ ...FOUR, loci });
  const lines = TWO_ROWS.trim().split('\n');
  const oneRow = [0, 1, 2, 3].map((d) => {
    const [one, other] = [1 + 2 * d, 2 + 2 * d].map((at) => lines[at].split(' '));
    return [...one.slice(0, 2), ...[2, 3, 4].flatMap((at) => [one[at], other[at]])].join('\t');
  });
  const text = [lines[0], ...oneRow].join('\r\n');
  expect(await individuals('cats.stru', text)).toMatchObject({ ...FOUR, loci });
  const unnamed = lines.slice(1).join('\n');
  expect(await individuals('cats.structure', unnamed)).toMatchObject({
    ...FOUR,
    loci: ['marker 1', 'marker 2', 'marker 3'],
  });
});

it.each([
  ['cats.vcf', 'a\tb\n1\t2', /no line that begins with #CHROM/],
  ['cats.vcf', VCF.replace('\t./.:0', ''), /^Line 4 has 11 columns; expected 12/],
  ['cats.vcf', VCF.replace('DP:GT', 'DP:AD'), /^Line 6 has no genotypes: its FORMAT is "DP:AD"/],
  [
    'cats.str',
    TWO_ROWS.replace('bob 1 101 7 4', 'bob 1 101 7'),
    /^Line 5 has 4 values; expected 5/,
  ],
  [
    'cats.str',
    'loc_a loc_b loc_c\nann 1 2 3 4 5\nbob 1 2 3 4 5',
    /names 3 markers, but line 2 has 6/,
  ],
  ['cats.str', 'ann 1', /fewer than two lines/],
  [
    'cats.str',
    `ann ${'1 2 '.repeat(5000)}\nbob ${'1 2 '.repeat(5000)}`,
    /5,000 markers; at most 4,990/,
  ],
])('says what is wrong with %s %#', (name, text, words) => {
  expect(() => genotypeTable(name, text)).toThrow(words);
});

it('goes by the name of the file', () => {
  expect(['a.vcf', 'b.STR', 'c.stru', 'd.csv', 'e.txt'].map(isGenotypeFile)).toEqual([
    ...[true, true, true, false, false],
  ]);
});
