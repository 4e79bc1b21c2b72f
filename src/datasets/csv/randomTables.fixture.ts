/** Tables whose numbers are known, written in one of the many ways people and programs write them. */
import { createRandom, type Random } from '../../math/random.ts';
import type { NumbersForm } from '../ownData.ts';

export interface WrittenTable {
  readonly bytes: Uint8Array;
  readonly form: NumbersForm;
  /** D columns of N numbers, NaN where missing. */
  readonly columns: readonly (readonly number[])[];
  /** Columns of the file before the first of them. */
  readonly before: number;
  /** The way it is written, for messages. */
  readonly dialect: string;
}

interface Dialect {
  readonly separator: string;
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly quotes: 'none' | 'all' | 'spaced';
  readonly header: 'names' | 'none' | 'counted' | 'years' | 'comment' | 'short';
  readonly units: boolean;
  readonly top: 'nothing' | 'comment' | 'sep' | 'title';
  readonly first: 'nothing' | 'index' | 'dates' | 'text';
  readonly missing: string | null;
  readonly affix: string;
  readonly lineEnd: string;
  readonly isTrailing: boolean;
  readonly encoding: 'utf-8' | 'bom' | 'utf-16le' | 'utf-16be' | 'utf-16 unmarked' | 'windows-1252';
}

export function randomTable(seed: number): WrittenTable {
  const random = createRandom(seed);
  const of = <Item>(items: readonly Item[]): Item => items[random.integer(items.length)];
  const form = of(['points', 'series'] as const);
  const width = 1 + random.integer(5) + (form === 'points' ? 1 : 0);
  const rows = 4 + random.integer(40);
  const separator = width === 1 ? of(['', ';', ',']) : of([',', ',', ';', '\t', '|', ' ']);
  const decimal = of(['.', '.', ','] as const);
  const thousands = of(['', '', '', decimal === '.' ? ',' : '.', '\u00A0', "'", '\u202F']);
  // A comma in a cell is in quotes where commas separate cells.
  const needsQuotes = separator === ',' && (decimal === ',' || thousands === ',');
  const mayQuote = separator !== '' && separator !== ' ' && separator !== '\t';
  const first =
    width > 1 ? of(['nothing', 'nothing', 'index', 'dates', 'text'] as const) : 'nothing';
  const header = of([
    'names',
    'names',
    'names',
    'none',
    'counted',
    'years',
    'comment',
    'short',
  ] as const);
  const dialect: Dialect = {
    separator,
    decimal,
    thousands,
    quotes: needsQuotes
      ? 'all'
      : of(['none', 'none', 'all', mayQuote ? 'spaced' : 'none'] as const),
    header: header === 'short' && first !== 'index' ? 'names' : header,
    units: header === 'names' && random.uniform() < 0.2,
    top: of([
      'nothing',
      'nothing',
      'nothing',
      'comment',
      mayQuote ? 'sep' : 'nothing',
      'title',
    ] as const),
    first: first === 'dates' && separator === ' ' ? 'index' : first,
    // Between spaces an empty cell is none, and an empty row is no point.
    missing:
      random.uniform() < 0.3
        ? of([separator === ' ' || first === 'nothing' ? 'NA' : '', 'NA', 'NaN', '-', 'null'])
        : null,
    affix: of(['', '', '', '', '%', '€']),
    lineEnd: of(['\n', '\r\n', '\r']),
    isTrailing: mayQuote && random.uniform() < 0.15,
    encoding: of([
      'utf-8',
      'utf-8',
      'bom',
      'utf-16le',
      'utf-16be',
      'utf-16 unmarked',
      'windows-1252',
    ]),
  };
  const written = Array.from({ length: width }, () => randomColumn(random, rows, dialect));
  const isShort = dialect.header === 'short';
  return {
    bytes: encoded(textOf(random, rows, written, dialect), dialect.encoding),
    form,
    columns: written.map(({ numbers }) => numbers),
    before: dialect.first === 'nothing' ? 0 : 1,
    dialect: JSON.stringify({ ...dialect, form, rows, width, isShort, seed }),
  };
}

interface WrittenColumn {
  readonly numbers: readonly number[];
  readonly cells: readonly string[];
}

/** Numbers of one kind, with the digits that are written: what is read has to be the same. */
function randomColumn(random: Random, rows: number, dialect: Dialect): WrittenColumn {
  const decimals = random.integer(5);
  const size = 10 ** (random.integer(7) - 1);
  const isScientific = random.uniform() < 0.1;
  const centre = random.uniform() < 0.5 ? 0 : 3 * size;
  const numbers: number[] = [];
  const cells: string[] = [];
  for (let row = 0; row < rows; row++) {
    if (dialect.missing !== null && random.uniform() < 0.15) {
      numbers.push(Number.NaN);
      cells.push(dialect.missing);
      continue;
    }
    const value = centre + size * random.normal();
    const plain = isScientific ? value.toExponential(decimals) : value.toFixed(decimals);
    numbers.push(Number(plain));
    cells.push(inDialect(plain, dialect));
  }
  return { numbers, cells };
}

function inDialect(plain: string, { decimal, thousands, affix }: Dialect): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(plain) ?? [];
  const grouped = rest.includes('e') ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${sign}${grouped}${rest.replace('.', decimal)}${affix}`;
}

function textOf(
  random: Random,
  rows: number,
  columns: readonly WrittenColumn[],
  dialect: Dialect,
): string {
  const { separator, header, units, top, first, lineEnd, isTrailing, missing } = dialect;
  const names = columns.map((_, at) =>
    drawnFrom(random, ['größe', 'x', 'Wind speed', 'a b', 'β'])(at),
  );
  const isLatin = dialect.encoding === 'windows-1252';
  const name = (at: number) => `${isLatin ? names[at].replace('β', 'ß') : names[at]}${at}`;
  const line = (cells: readonly string[], isText = false) => {
    const isQuoted = dialect.quotes !== 'none' || (isText && separator === ' ');
    const quoted = cells.map((cell) => (isQuoted && cell !== missing ? `"${cell}"` : cell));
    const joint = dialect.quotes === 'spaced' ? `${separator} ` : separator;
    return `${quoted.join(joint)}${isTrailing ? separator : ''}`;
  };
  const lines: string[] = [];
  if (top === 'comment') lines.push('# made by hand, 2026; all of it');
  if (top === 'sep') lines.push(`sep=${separator}`);
  if (top === 'title' && columns.length > 3 && header === 'names')
    lines.push('Station 5 of the north', '');
  const before = first === 'nothing' ? [] : [first === 'index' ? '' : 'when'];
  if (header === 'names') lines.push(line([...before, ...columns.map((_, at) => name(at))], true));
  if (header === 'short')
    lines.push(
      line(
        columns.map((_, at) => name(at)),
        true,
      ),
    );
  if (header === 'counted')
    lines.push(line([...before, ...columns.map((_, at) => String(at))], true));
  if (header === 'years')
    lines.push(line([...before, ...columns.map((_, at) => String(2015 + at))], true));
  if (header === 'comment' && first === 'nothing') {
    lines.push(
      `# ${columns.map((_, at) => `c${at}`).join(separator.trim() === '' ? ' ' : separator)}`,
    );
  }
  if (units && header === 'names')
    lines.push(line([...before.map(() => '-'), ...columns.map(() => '[m/s]')], true));
  for (let row = 0; row < rows; row++) {
    const lead = {
      nothing: [],
      index: [String(row + 1)],
      dates: [`2024-03-${String(1 + (row % 28)).padStart(2, '0')}`],
      text: [`s${(row * 7) % 5}`],
    }[first];
    lines.push(line([...lead, ...columns.map(({ cells }) => cells[row])]));
  }
  return `${lines.join(lineEnd)}${lineEnd}`;
}

/** An item for each place. */
function drawnFrom(random: Random, items: readonly string[]): (at: number) => string {
  return () => items[random.integer(items.length)];
}

function encoded(text: string, encoding: Dialect['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'windows-1252') {
    // The letters of these tables that are not Latin-1 are the euro sign and a thin space.
    const latin = text.replaceAll('\u202F', '\u00A0');
    return Uint8Array.from(latin, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));
  }
  const marked = encoding === 'utf-16 unmarked' ? text : `\uFEFF${text}`;
  const bytes = new Uint8Array(2 * marked.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++)
    view.setUint16(2 * at, marked.charCodeAt(at), encoding !== 'utf-16be');
  return bytes;
}
