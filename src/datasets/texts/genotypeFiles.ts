/**
 * Files of genotypes that are no tables of individuals: VCF has its markers in rows, STRUCTURE two rows,
 * or two columns, for each individual. Both become the table that `genotypes.ts` reads.
 */
import Papa from 'papaparse';
import { grouped, shortened } from '../../settings/words.ts';
import { TextsRefused } from './readTexts.ts';

const MISSING = '.';
/** Of STRUCTURE files, for an allele that is not known. */
const STRUCTURE_MISSING = '-9';
/** A table has 5,000 columns at most, with those that are no markers. */
const MOST_MARKERS = 4_990;

export const isGenotypeFile = (name: string): boolean => /\.(vcf|str|stru|structure)$/i.test(name);

/**
 * The same genotypes as a table with commas: names, populations where they are known, markers.
 *
 * @throws TextsRefused that names the line and what is wrong with it
 */
export function genotypeTable(name: string, text: string): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, at) => ({ number: at + 1, line }))
    .filter(({ line }) => line.trim() !== '');
  const rows = /\.vcf$/i.test(name) ? ofVcf(lines) : ofStructure(lines);
  return Papa.unparse(rows);
}

interface Line {
  readonly number: number;
  readonly line: string;
}

/** The column of VCF after which samples come. */
const FORMAT = 8;

function ofVcf(lines: readonly Line[]): string[][] {
  const header = lines.find(({ line }) => line.startsWith('#CHROM'));
  if (!header)
    throw new TextsRefused('The VCF file has no line that begins with #CHROM; expected one.');
  const samples = header.line.split('\t').slice(FORMAT + 1);
  if (samples.length === 0)
    throw new TextsRefused('The VCF file has no samples: its last column is FORMAT or before it.');
  const markers = lines.filter(({ line }) => !line.startsWith('#'));
  mustBeFew(markers.length);
  const columns = markers.map(({ number, line }) => {
    const cells = line.split('\t');
    if (cells.length !== FORMAT + 1 + samples.length)
      throw new TextsRefused(
        `Line ${grouped(number)} has ${cells.length} columns; expected ${FORMAT + 1 + samples.length}, as in the line #CHROM.`,
      );
    const [chromosome, position, id] = cells;
    const field = cells[FORMAT].split(':').indexOf('GT');
    if (field < 0)
      throw new TextsRefused(
        `Line ${grouped(number)} has no genotypes: its FORMAT is "${shortened(cells[FORMAT])}"; expected GT in it.`,
      );
    const calls = cells.slice(FORMAT + 1).map((call) => call.split(':')[field] ?? MISSING);
    return {
      name: id === MISSING || id === '' ? `${chromosome}:${position}` : id,
      // A call of one allele, as of X in males, is left out: each marker has two copies here.
      calls: calls.map((call) => (/^\d+[/|]\d+$/.test(call) ? call.replace('|', '/') : MISSING)),
    };
  });
  return [
    ['id', ...columns.map((column) => column.name)],
    ...samples.map((sample, d) => [sample, ...columns.map(({ calls }) => calls[d])]),
  ];
}

function ofStructure(lines: readonly Line[]): string[][] {
  const rows = lines.map(({ number, line }) => ({ number, cells: line.trim().split(/\s+/) }));
  const [first, second] = rows;
  if (!first || !second)
    throw new TextsRefused('The STRUCTURE file has fewer than two lines with values.');
  // A first line with fewer values than the others names the markers.
  const names = first.cells.length < second.cells.length ? first.cells : null;
  const body = names ? rows.slice(1) : rows;
  const width = body[0].cells.length;
  const odd = body.find(({ cells }) => cells.length !== width);
  if (odd)
    throw new TextsRefused(
      `Line ${grouped(odd.number)} has ${odd.cells.length} values; expected ${width}, as in line ${grouped(body[0].number)}.`,
    );
  const inPairs = (column: number): boolean =>
    body.length % 2 === 0 &&
    body.every(({ cells }, row) => row % 2 === 1 || cells[column] === body[row + 1].cells[column]);
  const hasTwoRows = inPairs(0);
  const copies = hasTwoRows ? 1 : 2;
  const before = names ? width - copies * names.length : hasTwoRows && inPairs(1) ? 2 : 1;
  const markers = (width - before) / copies;
  if (before < 1 || markers < 1 || !Number.isInteger(markers))
    throw new TextsRefused(
      names
        ? `The first line names ${grouped(names.length)} markers, but line ${grouped(body[0].number)} has ${width} values; expected a name, then ${hasTwoRows ? 'one value for each marker and two lines' : 'two values for each marker'} for each individual.`
        : `Line ${grouped(body[0].number)} has ${width} values; expected a name, then two values for each marker, or two lines with the same name for each individual.`,
    );
  mustBeFew(markers);
  const individuals = hasTwoRows ? body.filter((_, row) => row % 2 === 0) : body;
  return [
    [
      'id',
      ...(before > 1 ? ['population'] : []),
      ...Array.from({ length: markers }, (_, at) => names?.[at] ?? `marker ${at + 1}`),
    ],
    ...individuals.map(({ cells }, d) => [
      ...cells.slice(0, Math.min(2, before)),
      ...Array.from({ length: markers }, (_, at) => {
        const [one, other] = hasTwoRows
          ? [cells[before + at], body[2 * d + 1].cells[before + at]]
          : [cells[before + 2 * at], cells[before + 2 * at + 1]];
        return [one, other].includes(STRUCTURE_MISSING) ? MISSING : `${one}/${other}`;
      }),
    ]),
  ];
}

function mustBeFew(markers: number): void {
  if (markers === 0) throw new TextsRefused('The file has no markers; expected at least two.');
  if (markers > MOST_MARKERS)
    throw new TextsRefused(
      `The file has ${grouped(markers)} markers; at most ${grouped(MOST_MARKERS)} are read. Take every ${Math.ceil(markers / MOST_MARKERS)}th of them: neighbours say much the same.`,
    );
}
