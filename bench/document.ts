/** The generated part of docs/benchmarks.md: a block of each group, under the heading of its subject. */
import { type Measurement, verdict } from './figures.ts';

/** What a group measured, and under which conditions. */
export interface Block {
  readonly group: string;
  readonly measurement: Measurement;
  /** Of the day the group was measured. */
  readonly date: string;
  /** Of the project, as in package.json, with the commit where it is known. */
  readonly version: string;
  readonly machine: string;
  /** Null where no browser was used. */
  readonly browser: string | null;
  /** In Node, right before the group; the measurement's own stands for it where it has one. */
  readonly referenceMs: number;
  /** Of the machine before the bench began. */
  readonly load: number;
  readonly seconds: number;
}

/** Everything from here to the end of the document is generated. */
export const MARK = '<!-- npm run bench -- --write: everything below is generated -->';

const HEADINGS = ['figure', 'at least', 'aim', 'measured', 'verdict'];
const MOST_NOTES = 20;
const begin = (group: string) => `<!-- ${group} -->`;
const END = '<!-- end -->';

/**
 * The document with these groups' blocks in place of the ones it has, and all others as they were.
 * Groups that are no longer measured are left out.
 *
 * @param written the text of each new block, by group
 * @param subjects the groups under each heading, in the order of the document
 */
export function withBlocks(
  document: string,
  written: ReadonlyMap<string, string>,
  subjects: ReadonlyMap<string, readonly string[]>,
): string {
  const [introduction, generated = ''] = document.split(MARK);
  const blocks = new Map([...blocksIn(generated), ...written]);
  const sections = [...subjects].flatMap(([subject, groups]) => {
    const present = groups.flatMap((group) => {
      const text = blocks.get(group);
      return text === undefined ? [] : [`${begin(group)}\n\n${text}\n\n${END}`];
    });
    return present.length === 0 ? [] : [`## ${subject}`, ...present];
  });
  return `${[`${introduction.trimEnd()}\n\n${MARK}`, ...sections].join('\n\n')}\n`;
}

function blocksIn(generated: string): Map<string, string> {
  const found = generated.matchAll(/<!-- ([\w-]+) -->\n\n([\s\S]*?)\n\n<!-- end -->/g);
  return new Map([...found].map(([, group, text]) => [group, text]));
}

/** A block as Markdown: the table, and what lies behind it. */
export function inMarkdown({ measurement, ...block }: Block): string {
  const { figures, run, referenceMs, notes } = measurement;
  const rows = figures.map((figure) => [
    figure.name,
    figure.atLeast?.text ?? '–',
    figure.aim?.text ?? '–',
    figure.measured,
    verdict(figure),
  ]);
  const place = [block.machine, block.browser].filter((text) => text !== null).join(', ');
  const reference =
    referenceMs === undefined
      ? `reference work in Node before it ${block.referenceMs.toFixed(1)} ms`
      : `reference work beside it ${referenceMs.toFixed(1)} ms`;
  const shown = notes.slice(0, MOST_NOTES);
  if (notes.length > shown.length) shown.push(`And ${notes.length - shown.length} more.`);
  return [
    ...(rows.length > 0 ? [...table([HEADINGS, ...rows]), ''] : []),
    `${block.date}, version ${block.version}, ${place}: ${run}; ${reference}, load before the bench ${block.load.toFixed(1)}; took ${block.seconds.toFixed(0)} s.`,
    ...(shown.length > 0 ? ['', ...shown.map((note) => `- ${inOneLine(note)}`)] : []),
  ].join('\n');
}

/** All blocks as plain data, with the verdicts; conditions are those of the first. */
export function asData(blocks: readonly Block[]) {
  const [{ date, version, machine, browser, referenceMs, load }] = blocks;
  const figures = blocks.flatMap(({ group, measurement }) =>
    measurement.figures.map((figure) => ({
      group,
      name: figure.name,
      atLeast: figure.atLeast?.text ?? null,
      aim: figure.aim?.text ?? null,
      value: figure.value,
      measured: figure.measured,
      verdict: verdict(figure),
      run: measurement.run,
      referenceMs: measurement.referenceMs ?? null,
    })),
  );
  const notes = blocks.flatMap(({ measurement }) => measurement.notes);
  return { date, version, machine, browser, referenceMs, load, figures, notes };
}

/** What could not be measured stands in the table, too. */
export function failedMeasurement(group: string, error: unknown): Measurement {
  const reason = inOneLine(error instanceof Error ? error.message : String(error)).slice(0, 300);
  const figure = { atLeast: null, aim: null, value: Number.NaN, measured: 'not measured' };
  return {
    figures: [{ name: `all of "${group}"`, ...figure }],
    run: 'stopped',
    notes: [`It could not be measured: ${reason}`],
  };
}

/** Notes may quote markup of the page: none of it is the document's own. */
const inOneLine = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replaceAll('<', '&lt;');

function table(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((text) => inOneLine(text).replaceAll('|', '\\|')));
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(cells[0]), line(rule), ...cells.slice(1).map(line)];
}
