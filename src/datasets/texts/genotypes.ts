/**
 * Tables of genotypes: individuals in rows, markers in columns. A cell is a number of copies of an
 * allele, 0 to 2, or two alleles, such as A/G, A|G, AG or 101/103; or it is not known.
 */
import { shortened } from '../../settings/words.ts';
import type { ColumnProfile, Table } from '../csv/table.ts';
import { NO_CLASS, type OwnData } from '../ownData.ts';
import { ownTexts, TextsRefused } from './readTexts.ts';

/** Positions of columns. */
export interface GenotypeColumns {
  readonly markers: readonly number[];
  /** Names of individuals. */
  readonly title: number | null;
  /** Populations. */
  readonly group: number | null;
}

/** A column is a marker if at least this fraction of its cells are genotypes; the others are mistakes. */
const MOSTLY = 0.8;
const MOST_GROUPS = 40;
const MISSING =
  /^(?:|na|n\/?a|nan|null|none|-9|[.?*-]|\.[/|]\.|-[/|]-|\?[/|]\?|n[/|]n|nn|--|na[/|]na)$/i;
const PAIR = /^([^\s/|]+)[/|]([^\s/|]+)$/;
const LETTERS = /^([ACGT])([ACGT])$/i;
const COPIES = /^[012](?:\.0+)?$/;
const POPULATION = /pop|group|site|region|breed|species/i;
const INDIVIDUAL = /^(?:id|ids|name|sample|individual|ind|iid)\b|individual|sample/i;

/** What a person may type for a genotype, for messages. */
const EXPECTED = '0, 1 or 2 copies of an allele, two alleles such as A/G, or an empty cell';

const isMissing = (cell: string): boolean => MISSING.test(cell.trim());

/** The two alleles of a cell; null where there are none. */
function allelesIn(cell: string): readonly [string, string] | null {
  const text = cell.trim();
  const [, first, second] = PAIR.exec(text) ?? LETTERS.exec(text.toUpperCase()) ?? [];
  return first === undefined ? null : [first, second];
}

const isGenotype = (cell: string): boolean => COPIES.test(cell.trim()) || allelesIn(cell) !== null;

function isMarker({ name, cells }: ColumnProfile): boolean {
  if (POPULATION.test(name)) return false;
  const known = cells.filter((cell) => !isMissing(cell));
  return known.length > 0 && known.filter(isGenotype).length >= MOSTLY * known.length;
}

/** The columns of a table of genotypes; null where it is none: fewer than half of them are markers. */
export function genotypeColumns({ columns }: Table): GenotypeColumns | null {
  const markers = columns.filter(isMarker);
  if (markers.length < 2 || 2 * markers.length < columns.length) return null;
  const rest = columns.filter((column) => !markers.includes(column) && column.kind !== 'empty');
  const isGroup = ({ distinct, cells }: ColumnProfile) =>
    distinct > 1 && distinct <= Math.min(MOST_GROUPS, cells.length / 2);
  const group =
    rest.find(({ name }) => POPULATION.test(name)) ??
    rest.find((column) => column.kind === 'text' && isGroup(column));
  const others = rest.filter((column) => column !== group);
  const title =
    others.find(({ name }) => INDIVIDUAL.test(name)) ??
    others.find(({ distinct, cells }) => distinct === Math.min(cells.length, 1000));
  return {
    markers: markers.map(({ position }) => position),
    title: title?.position ?? null,
    group: group?.position ?? null,
  };
}

/**
 * Own data of individuals: a document each, whose text is its genotypes in the order of `loci`, with a
 * space between them and a dot where one is not known.
 *
 * @throws TextsRefused that names the row, the column and the value that is no genotype
 */
export function documentsOfGenotypes(table: Table, chosen: GenotypeColumns): OwnData {
  const { columns, rowNumbers, rows } = table;
  const markers = chosen.markers.map((position) => {
    const column = columns[position];
    const bad = column.cells.findIndex((cell) => !isMissing(cell) && !isGenotype(cell));
    if (bad >= 0)
      throw new TextsRefused(
        `Row ${rowNumbers[bad]}, column "${shortened(column.name)}" is "${shortened(column.cells[bad])}"; expected ${EXPECTED}.`,
      );
    return { column, write: writerOf(column) };
  });
  const cellsOf = (position: number | null) =>
    position === null ? null : columns[position].cells.map((cell) => cell.trim());
  const titles = cellsOf(chosen.title);
  const classes = cellsOf(chosen.group);
  const groups = [...new Set(classes?.filter((cell) => !isMissing(cell)))];
  return ownTexts(
    table.name,
    {
      texts: Array.from({ length: rows }, (_, row) =>
        markers.map(({ column, write }) => write(column.cells[row])).join(' '),
      ),
      titles: Array.from({ length: rows }, (_, row) => titles?.[row] || `Individual ${row + 1}`),
      dates: null,
      groups,
      loci: markers.map(({ column }) => column.name),
    },
    classes &&
      Int32Array.from(classes, (cell) => groups.indexOf(cell)).map((at) =>
        at < 0 ? NO_CLASS : at,
      ),
  );
}

/**
 * How the cells of a marker are written, once for all notations. 0 is an allele where the others are 1,
 * 2 and 3, as in VCF; elsewhere it means that an allele is not known.
 */
function writerOf({ cells }: ColumnProfile): (cell: string) => string {
  const alleles = new Set(
    cells.flatMap((cell) => (isMissing(cell) ? [] : (allelesIn(cell) ?? []))),
  );
  const isNumbered = [...alleles].every((allele) => /^[0-3.]$/.test(allele));
  const isKnown = (allele: string) => !isMissing(allele) && (isNumbered || allele !== '0');
  return (cell) => {
    if (isMissing(cell)) return '.';
    const pair = allelesIn(cell);
    if (pair === null) return ['0/0', '0/1', '1/1'][Math.round(Number(cell))];
    return pair.every(isKnown) ? pair.toSorted().join('/') : '.';
  };
}
