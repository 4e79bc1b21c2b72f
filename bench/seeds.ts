/** Twenty seeds in spare workers against the same seeds in one worker, and how deaf the page is meanwhile. */
import type { Page } from 'playwright';
import { SEEDS_AT_ONCE } from './config.ts';
import { lower, type Measurement } from './figures.ts';
import { type Laboratory, openLab } from './lab.ts';
import { tracedTasks } from './mainThread.ts';

export async function measureSeeds(laboratory: Laboratory): Promise<Measurement> {
  const { seeds, steps } = SEEDS_AT_ONCE;
  const page = await openLab(laboratory);
  const reference = await page.evaluate(() => window.svaeBench.referenceMs());
  const { hardwareConcurrency: cores } = await page.evaluate(() => ({
    hardwareConcurrency: navigator.hardwareConcurrency,
  }));
  const serial = await timedTraining(page, 1);
  let parallel = { seconds: 0, workers: 1 };
  const { tasks, longest } = await tracedTasks(laboratory, page, async () => {
    parallel = await timedTraining(page, cores);
  });
  const busy = Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
  const { workers } = parallel;
  const share = (parallel.seconds * workers) / serial.seconds;
  return {
    figures: [
      {
        name: `${seeds} seeds in spare workers, time x workers over that of one worker`,
        atLeast: lower(1.2, '1.2'),
        aim: null,
        value: share,
        measured: `${share.toFixed(2)} (${workers} workers, ${parallel.seconds.toFixed(1)} s against ${serial.seconds.toFixed(1)} s)`,
      },
      {
        name: 'longest main-thread task while seeds train in spare workers',
        atLeast: lower(50, '50 ms'),
        aim: lower(16, '16 ms'),
        value: longest,
        measured: `${longest.toFixed(1)} ms`,
      },
    ],
    run: `SVAE-GMM, ${seeds} seeds of ${steps} steps, ${cores} cores, Chromium`,
    referenceMs: reference,
    notes: [
      `Seeds: the longest task of the main thread took ${busy.toFixed(1)} ms of processor time at most; the dialog with its pictures is open.`,
    ],
  };
}

/** From the press of the button to the last seed, by the page's own dialog. */
async function timedTraining(
  page: Page,
  cores: number,
): Promise<{ readonly seconds: number; readonly workers: number }> {
  const { seeds, steps } = SEEDS_AT_ONCE;
  // As on a machine with fewer cores: a single one trains one seed after the other.
  await page.evaluate((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: count, configurable: true });
  }, cores);
  await page.getByRole('button', { name: 'Seeds', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Train several seeds' });
  await dialog.getByLabel('Seeds', { exact: true }).fill(String(seeds));
  await dialog.getByLabel('Steps of each').fill(String(steps));
  await page.keyboard.press('Enter');
  const start = performance.now();
  await dialog.getByRole('button', { name: `Train ${seeds} seeds` }).click();
  const during = dialog.getByText(`of ${seeds} seeds done, in `);
  const text = (await during.textContent()) ?? '';
  await dialog.getByText(`${seeds} seeds done`, { exact: true }).waitFor();
  const seconds = (performance.now() - start) / 1000;
  await page.keyboard.press('Escape');
  return { seconds, workers: Number(/in (\d+) worker/.exec(text)?.[1]) };
}
