import { type Figure, type Measurement, verdict } from './figures.ts';

/** A figure with the run it comes from. */
export interface ReportedFigure extends Figure {
  readonly run: string;
  /** The reference work beside it, in milliseconds; null where nothing was timed. */
  readonly referenceMs: number | null;
}

export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly browser: string | null;
  readonly referenceMs: number;
  /** Load of the machine before the bench began. */
  readonly load: number;
  readonly figures: readonly ReportedFigure[];
  readonly notes: readonly string[];
}

const HEADINGS = ['figure', 'at least', 'aim', 'measured', 'verdict', 'run', 'reference work'];

/** The report as Markdown: conditions and table. */
export function inMarkdown(report: Report): string {
  const { date, machine, browser, referenceMs, load } = report;
  const rows = report.figures.map((figure) => [
    figure.name,
    figure.atLeast?.text ?? '–',
    figure.aim?.text ?? '–',
    figure.measured,
    verdict(figure),
    figure.run,
    figure.referenceMs === null ? '–' : `${figure.referenceMs.toFixed(1)} ms`,
  ]);
  return [
    `Measured ${date} on ${[machine, browser].filter((text) => text !== null).join(', ')}.`,
    `Reference work in Node: ${referenceMs.toFixed(1)} ms. Load of the machine before the bench began: ${load.toFixed(1)} (0: quiet).`,
    '',
    ...table([HEADINGS, ...rows]),
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
    run: figure.run,
    referenceMs: figure.referenceMs,
  }));
  return { ...report, figures };
}

/** What could not be measured stands in the table, too. */
export function failedMeasurement(group: string, error: unknown): Measurement {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  const figure = { atLeast: null, aim: null, value: Number.NaN, measured: 'not measured' };
  return {
    figures: [{ name: `group "${group}"`, ...figure }],
    run: 'stopped',
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
