/** Whether anything is left behind when labs are switched at full speed, again and again. */
import { labs } from '../src/labs/allLabs.ts';
import { SEED, SOAK } from './config.ts';
import type { Measurement } from './figures.ts';
import { type Laboratory, openLab } from './lab.ts';
import { codeBytes, leakFigures, type Usage, usage } from './memory.ts';
import { attachWorker } from './workerDevTools.ts';

/**
 * Trains one lab after the other, each for as many seconds as the whole takes minutes, and compares
 * the same fresh model after the first round of all labs and after the last.
 */
export async function measureSoak(laboratory: Laboratory, minutes: number): Promise<Measurement> {
  const page = await openLab(laboratory, { backend: 'wasm' });
  const session = await page.context().newCDPSession(page);
  const worker = await attachWorker(session);
  const open = (lab: string) =>
    page.evaluate(([id, options]) => window.svaeLab?.open(id, options), [
      lab,
      { seed: SEED, backend: 'wasm' },
    ] as const);
  const rounds: Usage[] = [];
  const code: number[] = [];
  const switches = SOAK.rounds * labs.length;
  for (let round = 0; round < SOAK.rounds; round++) {
    for (const { id } of labs) {
      await open(id);
      await page.evaluate(() => window.svaeLab?.play('full'));
      await page.waitForTimeout((minutes * 60_000) / switches);
      await page.evaluate(() => window.svaeLab?.pause());
    }
    await open(SOAK.lab);
    // The last frame on its way.
    await page.waitForTimeout(1000);
    rounds.push(await usage(page, session, worker));
    if (round === 0 || round === SOAK.rounds - 1) code.push(await codeBytes(session));
  }
  const [first, last] = [rounds[0], rounds[rounds.length - 1]];
  const span = `${minutes} minutes at full speed, labs switched ${switches} times`;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
  return {
    figures: leakFigures(first, last, span),
    run: `seed ${SEED}, Chromium`,
    notes: [
      `After each round of all labs, page and worker in MB: ${rounds.map(({ pageBytes, workerBytes }) => `${megabytes(pageBytes)} and ${megabytes(workerBytes)}`).join('; ')}.`,
      `Of the page's growth ${megabytes(code[1] - code[0])} MB are code that V8 compiled and what it learned for it.`,
    ],
  };
}
