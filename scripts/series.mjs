/**
 * Writes the series that come with the page: `node scripts/series.mjs`. Needs R with the package
 * tseries, and Python with a SciPy that has `scipy.misc.electrocardiogram` (Debian: r-base-core,
 * r-cran-tseries, python3-scipy). Nothing of them is needed to build or to use the page.
 *
 * Two series come from files of public repositories and are written where these are given:
 * `node scripts/series.mjs accelerometer.csv CAN01AD002.RData`. The first is
 * optimisation/data/Pixel_Jamie_Hard_FrontPocket_1/accelerometer.csv of Oxford-step-counter/DataSet
 * (CC BY 4.0), the second data/CAN01AD002.RData of CSHS-CWRA/CSHShydRology, daily flows of the Water
 * Survey of Canada (Open Government Licence – Canada).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

const RSCRIPT = process.platform === 'win32' ? 'Rscript.exe' : 'Rscript';

/** Months of a quarter, days of a mean of river flows, samples of a mean of the electrocardiogram. */
const [QUARTER, DAYS, SAMPLES] = [3, 5, 6];
/** Of the electrocardiogram, in samples of 1 / 360 s: ten seconds with regular beats. */
const [ECG_FROM, ECG_TO, SECOND] = [10374, 13914, 360];
/** Of the accelerometer: seconds of even walking, and means a second. */
const [WALK_FROM, WALK_TO, WALK_RATE] = [20, 68, 25];
/** The first whole year of the daily flows. */
const FLOWS_FROM = 1927;
const [recording, flows] = process.argv.slice(2);

write('sunspots', ['sunspot number'], means([fromR('sunspots')], QUARTER), 1);
write('passengers', ['passengers / thousands'], [fromR('AirPassengers')], 0);
write('nile', ['flow / 10⁸ m³'], [fromR('Nile')], 0);
write(
  'rivers',
  ['Vatnsdalsá / m³/s', 'Jökulsá eystri / m³/s'],
  means(
    ['flow.vat', 'flow.jok'].map((column) => fromR(`ice.river[, "${column}"]`, 'tseries')),
    DAYS,
  ),
  2,
);
write('heart', ['voltage / mV'], means([heart()], SAMPLES), 3);
write('walking', ['up / m/s²', 'forward / m/s²', 'sideways / m/s²'], walking(1200), 2);
if (recording) write('pocket', ['x / m/s²', 'y / m/s²', 'z / m/s²'], pocket(recording), 2);
if (flows) write('saintJohn', ['flow / m³/s'], [monthlyFlows(flows)], 1);

/** @param {string} expression of numbers @param {string} [library] that has the data */
function fromR(expression, library) {
  const data = library ? `data(ice.river, package = "${library}");` : '';
  const code = `${data} cat(format(as.numeric(${expression}), digits = 8, trim = TRUE), sep = "\\n")`;
  return numbers(execFileSync(RSCRIPT, ['-e', code], { encoding: 'utf8' }));
}

/** @returns the voltage in mV, 360 values a second, less its mean over the second around each of them */
function heart() {
  const code = [
    'import warnings; warnings.simplefilter("ignore")',
    'from scipy.misc import electrocardiogram',
    `print("\\n".join(repr(float(v)) for v in electrocardiogram()[:${ECG_TO + SECOND}]))`,
  ];
  const voltage = numbers(execFileSync('python3', ['-c', code.join('\n')], { encoding: 'utf8' }));
  const mean = (/** @type {number} */ at) =>
    means([voltage.slice(at - SECOND / 2, at + SECOND / 2)], SECOND)[0][0];
  return voltage.slice(ECG_FROM, ECG_TO).map((value, at) => value - mean(ECG_FROM + at));
}

/**
 * Means of what a phone's accelerometer measured in each interval of 1 / 25 s.
 *
 * @param {string} file lines of nanoseconds, accuracy, x, y and z
 */
function pocket(file) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  /** @type {{ readings: number, sums: number[] }[]} */
  const intervals = Array.from({ length: (WALK_TO - WALK_FROM) * WALK_RATE }, () => ({
    readings: 0,
    sums: [0, 0, 0],
  }));
  for (const [time, , ...axes] of rows) {
    const seconds = (time - rows[0][0]) / 1e9 - WALK_FROM;
    const interval = intervals[Math.floor(seconds * WALK_RATE)];
    if (!interval) continue;
    interval.readings += 1;
    for (const [axis, value] of axes.entries()) interval.sums[axis] += value;
  }
  return [0, 1, 2].map((axis) => intervals.map(({ readings, sums }) => sums[axis] / readings));
}

/** Means of the daily flows of each month, in m³/s. @param {string} file that R loads: days and flows */
function monthlyFlows(file) {
  const code = [
    'days <- get(load(commandArgs(TRUE)[1]))',
    'dates <- as.Date(days$date)',
    `kept <- format(dates, "%Y") >= "${FLOWS_FROM}"`,
    'means <- sapply(split(days$flow[kept], format(dates[kept], "%Y-%m")), mean)',
    'cat(format(as.numeric(means), digits = 8, trim = TRUE), sep = "\\n")',
  ];
  return numbers(execFileSync(RSCRIPT, ['-e', code.join('\n'), file], { encoding: 'utf8' }));
}

/**
 * What an accelerometer at the waist shows of someone who walks, 25 values a second: not measured, but put
 * together of harmonics of the stride, which is two steps. Up and forward the steps are strongest,
 * sideways the stride. Strides last 1.1 s, more or less by 2 %, and are of unequal strength.
 *
 * @param {number} rows
 */
function walking(rows) {
  const [strideSteps, jitter, uneven, noise] = [27.5, 0.02, 0.08, 0.2];
  const gravity = [9.81, 0, 0];
  /** Amplitude, in m/s², and phase, in turns, of each harmonic. */
  const harmonics = [
    [
      [0.35, 0.1],
      [2.5, 0],
      [0.2, 0.4],
      [1, 0.3],
      [0, 0],
      [0.4, 0.15],
    ],
    [
      [0.25, 0.6],
      [1.4, 0.25],
      [0.15, 0],
      [0.5, 0.7],
    ],
    [
      [1, 0.2],
      [0.1, 0.5],
      [0.5, 0.85],
    ],
  ];
  const normal = normals(7);
  const columns = harmonics.map(() => /** @type {number[]} */ ([]));
  let [phase, pace, strength] = [0, 1, 1];
  for (let row = 0; row < rows; row++) {
    for (const [column, parts] of harmonics.entries()) {
      const swing = parts.reduce(
        (sum, [size, shift], k) => sum + size * Math.cos(2 * Math.PI * ((k + 1) * phase + shift)),
        0,
      );
      columns[column].push(gravity[column] + strength * swing + noise * normal());
    }
    phase += pace / strideSteps;
    if (phase < 1) continue;
    phase -= 1;
    pace = 1 + jitter * normal();
    strength = 1 + uneven * normal();
  }
  return columns;
}

/** Numbers of a standard normal distribution (mulberry32, Box and Muller). @param {number} seed */
function normals(seed) {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** @param {string} lines */
function numbers(lines) {
  return lines.trim().split(/\s+/).map(Number);
}

/** Means of as many values in a row, whole ones alone. @param {number[][]} columns @param {number} of */
function means(columns, of) {
  return columns.map((values) =>
    Array.from(
      { length: Math.floor(values.length / of) },
      (_, at) => values.slice(at * of, (at + 1) * of).reduce((sum, value) => sum + value, 0) / of,
    ),
  );
}

/**
 * @param {string} name @param {string[]} columns @param {number[][]} series a list for each column
 * @param {number} decimals
 */
function write(name, columns, series, decimals) {
  const values = series[0].flatMap((_, row) =>
    series.map((column) => Number(column[row].toFixed(decimals))),
  );
  const file = join(root, `src/datasets/series/${name}.generated.json`);
  writeFileSync(file, `${JSON.stringify({ columns, values })}\n`);
}
