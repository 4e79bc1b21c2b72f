/** Topics in the real page: how soon a corpus has some, and a corpus of ten megabytes. */
import { createRandom } from '../src/math/random.ts';
import { MAIN_THREAD, SEED } from './config.ts';
import { lower, type Measurement } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import { tracedTasks } from './mainThread.ts';
import { usage } from './memory.ts';
import { attachWorker } from './workerDevTools.ts';

const LAB = 'topics';
/** By then the bound of the countries is within .1 % of where it rests. */
const PASSES = 60;
const COUNTRIES = { corpus: 'countries', topics: 12, alpha: 0.1, eta: 0.05 } as const;
const LARGE = { documents: 10_000, words: 200 } as const;
/** Long enough for the page to write the corpus to the device meanwhile. */
const WATCHED_MS = 12_000;

export async function measureTopicsPage(laboratory: Laboratory): Promise<Measurement> {
  const page = await openLab(laboratory, { lab: LAB, settings: COUNTRIES });
  const referenceMs = await page.evaluate(() => window.svaeBench.referenceMs());
  const painted = page.evaluate((step) => window.svaeBench.paintedAtStep(step), PASSES);
  await playAtFullSpeed(page);
  const paintedAt = await painted;
  const clickedAt = (await page.evaluate(() => window.svaeBench.clickedAt())) ?? Number.NaN;
  const seconds = (paintedAt - clickedAt) / 1000;

  const large = await openLab(laboratory, { lab: LAB });
  const session = await large.context().newCDPSession(large);
  const worker = await attachWorker(session);
  const texts = largeTexts();
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const read = await large.evaluate(async (own) => {
    const begun = performance.now();
    await window.svaeLab?.open('topics', { settings: { topics: 20 }, data: { texts: own } });
    return (performance.now() - begun) / 1000;
  }, texts);
  await playAtFullSpeed(large);
  await large.waitForTimeout(MAIN_THREAD.warmUpMs);
  const before = await large.evaluate(() => window.svaeBench.lastFrame()?.step ?? 0);
  const { longest, longestInWords } = await tracedTasks(laboratory, large, () =>
    large.waitForTimeout(WATCHED_MS),
  );
  const trained = (await large.evaluate(() => window.svaeBench.lastFrame()?.step ?? 0)) - before;
  if (trained <= 0) throw new Error('The large corpus does not train.');
  await large.getByRole('button', { name: 'Pause', exact: true }).click();
  const { pageBytes, workerBytes } = await usage(large, session, worker);
  const megabytes = (pageBytes + workerBytes) / 1e6;
  return {
    figures: [
      {
        name: `Topics of the countries, from Play to ${PASSES} passes, painted`,
        atLeast: lower(10, '10 s'),
        aim: lower(4, '4 s'),
        value: seconds,
        measured: `${seconds.toFixed(2)} s`,
      },
      {
        name: 'Topics: ten megabytes of own texts read, counted and shown',
        atLeast: lower(5, '5 s'),
        aim: lower(2, '2 s'),
        value: (read * 1e7) / characters,
        measured: `${((read * 1e7) / characters).toFixed(1)} s (${(characters / 1e6).toFixed(1)} MB in ${read.toFixed(1)} s)`,
      },
      {
        name: 'Topics: longest main-thread task while 10,000 documents with 2 million words train',
        atLeast: lower(100, '100 ms'),
        aim: null,
        value: longest,
        measured: `${longest.toFixed(1)} ms`,
      },
      {
        name: 'Topics: heap of page and worker with them',
        atLeast: lower(500, '500 MB'),
        aim: null,
        value: megabytes,
        measured: `${megabytes.toFixed(0)} MB`,
      },
    ],
    run: `countries; ${LARGE.documents} documents of ${LARGE.words} words, ${trained} steps in ${WATCHED_MS / 1000} s, Chromium`,
    referenceMs,
    notes: [`The longest task with ${LARGE.documents} documents: ${longestInWords}.`],
  };
}

/** Texts of made-up words, frequent and rare ones. */
function largeTexts(): readonly string[] {
  const random = createRandom(SEED);
  const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'za'];
  const vocabulary = Array.from({ length: 5000 }, (_, n) =>
    [...String(10_000 + n)]
      .map((digit) => syllables[Number(digit)])
      .join('')
      .slice(n % 7),
  );
  return Array.from({ length: LARGE.documents }, (_, d) =>
    Array.from({ length: LARGE.words }, () => {
      // A document keeps to some words, so that there is something to find.
      const rank = Math.floor(vocabulary.length ** random.uniform());
      return vocabulary[(rank + 700 * (d % 7)) % vocabulary.length];
    }).join(' '),
  );
}
