import { describe, expect, it } from 'vitest';
import { genotypeDocuments } from './genotypeDocuments.ts';
import { documentsOfGenotypes, genotypeColumns } from './genotypes.ts';
import { readScriptedTexts } from './scriptedTexts.ts';
import { readTextTable } from './textColumns.ts';

async function read(text: string) {
  const reading = await readTextTable(text, { name: 'cats.csv' });
  if (!reading.ok) throw new Error(reading.problems[0].message);
  return reading.table;
}

async function individuals(text: string) {
  const table = await read(text);
  const columns = genotypeColumns(table);
  if (!columns) throw new Error('These are no genotypes.');
  return documentsOfGenotypes(table, columns);
}

/** Counts of the alleles, a row for each individual. */
async function counts(text: string) {
  const {
    rows,
    starts,
    words,
    counts: all,
    vocabulary,
  } = genotypeDocuments(await individuals(text));
  const rowOf = (d: number) => {
    const row = vocabulary.map(() => 0);
    for (let at = starts[d]; at < starts[d + 1]; at++) row[words[at]] = all[at];
    return row;
  };
  return { vocabulary, rows: Array.from({ length: rows }, (_, d) => rowOf(d)) };
}

const COPIES = 'id,pop,m1,m2,m3\na,X,0,1,2\nb,X,1,,2\nc,Y,2,0,NA\nd,Y,1,-9,1';

describe('a table of genotypes', () => {
  it('may hold copies of an allele, with names and populations next to them', async () => {
    const own = await individuals(COPIES);
    expect(own.documents).toMatchObject({
      titles: ['a', 'b', 'c', 'd'],
      groups: ['X', 'Y'],
      loci: ['m1', 'm2', 'm3'],
      texts: ['0/0 0/1 1/1', '0/1 . 1/1', '1/1 0/0 .', '0/1 . 0/1'],
    });
    expect(Array.from(own.labels ?? [])).toEqual([0, 0, 1, 1]);
    const { tables, notes } = genotypeDocuments(own);
    expect(Array.from(tables ?? [])).toEqual([0, 0, 1, 1, 2, 2]);
    expect(notes).toEqual(['4 individuals, 3 markers.', '25.0 % of the genotypes are not known.']);
  });

  it('may hold two alleles in a cell, in the usual notations', async () => {
    const pairs = await counts('id,m1,m2,m3\na,A/G,101/103,CT\nb,G|A,101/101,CC\nc,A/A,./.,NN');
    expect(pairs.vocabulary).toEqual(['m1, A', 'm1, G', 'm2, 101', 'm2, 103', 'm3, C', 'm3, T']);
    expect(pairs.rows).toEqual([
      [1, 1, 1, 1, 1, 1],
      [1, 1, 2, 0, 2, 0],
      [2, 0, 0, 0, 0, 0],
    ]);
  });

  it('takes 0 for an allele next to 1, and for a missing one next to letters or sizes', async () => {
    expect((await counts('m1,m2\n0/1,0/0\n1/1,1/0\n0/0,0/0')).rows[0]).toEqual([1, 1, 2, 0]);
    expect((await counts('m1,m2\n0/0,101/103\nA/G,0/0\nA/A,101/101')).rows[0]).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('leaves out markers that do not vary, and says so', async () => {
    const own = await individuals('id,m1,m2,m3\na,0,0,1\nb,0,1,1\nc,0,2,1\nd,,,');
    expect(genotypeDocuments(own)).toMatchObject({
      vocabulary: ['m2, 0', 'm2, 1', 'm3, 0', 'm3, 1'],
      notes: [
        '4 individuals, 2 markers.',
        '25.0 % of the genotypes are not known.',
        '1 marker has one allele only and is left out.',
        '1 individual has no genotype at all.',
      ],
    });
  });

  it('is none where most columns are something else', async () => {
    const table = await read('name,age,weight,vaccinated\nTom,3,4.5,1\nKit,12,5,0\nMia,7,3.9,2');
    expect(genotypeColumns(table)).toBeNull();
  });

  it('is recognised by scripts and the command line', async () => {
    const { data, notes } = await readScriptedTexts(COPIES, { classes: null }, 'data');
    expect(data.documents?.loci).toEqual(['m1', 'm2', 'm3']);
    expect(data.labels).toBeNull();
    expect(notes).toEqual(['Genotypes of 3 markers.']);
  });
});

describe('what is no genotype is refused', () => {
  const rows = (last: string) => `id,m1,m2\n${'a,0,1\nb,1,2\nc,2,1\nd,0,0\n'}${last}`;

  it.each([
    [rows('e,3,1'), 'Row 6, column "m1" is "3"; expected 0, 1 or 2 copies of an allele'],
    [rows('e,1,0.5'), 'Row 6, column "m2" is "0.5"; expected 0, 1 or 2 copies'],
    [rows('e,A/G/T,1'), 'Row 6, column "m1" is "A/G/T"; expected 0, 1 or 2 copies'],
    [rows('e,1,yes'), 'Row 6, column "m2" is "yes"; expected 0, 1 or 2 copies'],
  ])('with its row, its column and its value', async (text, message) => {
    await expect(individuals(text)).rejects.toThrow(message);
  });

  it('and so are markers of which none varies', async () => {
    const own = await individuals('id,m1,m2\na,A/A,C/C\nb,A/A,C/C');
    expect(() => genotypeDocuments(own)).toThrow('None of the 2 markers varies');
  });

  it('and one individual alone', async () => {
    const own = await individuals('id,m1,m2\na,A/G,C/T');
    expect(() => genotypeDocuments(own)).toThrow(
      'Clusters need at least 2 individuals; there is 1.',
    );
  });

  it('and more markers than a page can hold', async () => {
    const text = [0, 1]
      .map(() => Array.from({ length: 5001 }, (_, m) => m % 3).join(','))
      .join('\n');
    const reading = await readTextTable(text, { name: 'cats.csv' });
    expect(reading.ok ? '' : reading.problems[0].message).toBe(
      'Row 1 has 5,001 cells; expected 5,000 at most.',
    );
  });
});
