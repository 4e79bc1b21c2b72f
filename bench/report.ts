import { type Figure, type Measurement, verdict } from './figures.ts';

export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly browser: string | null;
  readonly referenceMs: number;
  /** Load of the machine before the bench began. */
  readonly load: number;
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}

const HEADINGS = ['figure', 'at least', 'aim', 'measured', 'verdict'];

/** The report as Markdown: conditions, table, notes. */
export function inMarkdown(report: Report): string {
  const { date, machine, browser, referenceMs, load, notes } = report;
  const rows = report.figures.map((figure) => [
    figure.name,
    figure.atLeast?.text ?? '–',
    figure.aim?.text ?? '–',
    figure.measured,
    verdict(figure),
  ]);
  return [
    `Measured ${date} on ${[machine, browser].filter((text) => text !== null).join(', ')}.`,
    `Reference work in Node: ${referenceMs.toFixed(1)} ms. Load of the machine before the bench began: ${load.toFixed(1)} (0: quiet).`,
    '',
    ...table([HEADINGS, ...rows]),
    '',
    ...notes.map((note) => `- ${note}`),
  ].join('\n');
}

/** The report as plain data, with the verdicts. */
export function asData(report: Report) {
  const figures = report.figures.map((figure) => ({
    name: figure.name,
    atLeast: figure.atLeast?.text ?? null,
    aim: figure.aim?.text ?? null,
    value: figure.value,
    measured: figure.measured,
    verdict: verdict(figure),
  }));
  return { ...report, figures };
}

/** What could not be measured stands in the table, too. */
export function failedMeasurement(group: string, error: unknown): Measurement {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  const figure = { atLeast: null, aim: null, value: Number.NaN, measured: 'not measured' };
  return {
    figures: [{ name: `group "${group}"`, ...figure }],
    notes: [`The group "${group}" could not be measured: ${reason}`],
  };
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(rows[0]), line(rule), ...rows.slice(1).map(line)];
}
