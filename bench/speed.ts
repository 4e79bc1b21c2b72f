/** Training steps per second in the page, at full speed, on every backend. */
import type { BackendName } from '../src/networks/backend.ts';
import { SEED, SPEED } from './config.ts';
import { type Figure, higher, type Measurement } from './figures.ts';
import { type Laboratory, openLab, playAtFullSpeed } from './lab.ts';
import type { ArrivedFrame } from './page/probe.ts';
import { median, spread } from './statistics.ts';

/** The others are slower wherever this bench has run; no bar is set for them. */
const BACKENDS = { short: ['wasm'], full: ['wasm', 'cpu', 'webgl'] } as const;
/** Without a graphics card, and in any browser this bench starts, WebGL is drawn in software. */
const SOFTWARE = ' (software-rendered)';

export async function measureSpeed(laboratory: Laboratory, full: boolean): Promise<Measurement> {
  const windows = SPEED.windows[full ? 'full' : 'short'];
  const speeds: { readonly backend: BackendName; readonly perSecond: readonly number[] }[] = [];
  const references: number[] = [];
  for (const backend of BACKENDS[full ? 'full' : 'short']) {
    const page = await openLab(laboratory, { backend });
    references.push(await page.evaluate(() => window.svaeBench.referenceMs()));
    const started = await page.evaluate(() => window.svaeBench.lastFrame()?.backend);
    if (started !== backend) continue;
    await playAtFullSpeed(page);
    await page.waitForTimeout(SPEED.warmUpMs);
    await page.evaluate(() => window.svaeBench.recordFrames());
    await page.waitForTimeout(windows * SPEED.windowMs);
    const frames = await page.evaluate(() => window.svaeBench.recordedFrames());
    speeds.push({ backend, perSecond: speedsByWindow(frames, windows) });
  }
  if (speeds.length === 0) throw new Error('No backend works in this browser.');
  const fastest = speeds.reduce((a, b) => (median(b.perSecond) > median(a.perSecond) ? b : a));
  const figures = speeds.map(({ backend, perSecond }): Figure => {
    const judged = backend === fastest.backend;
    return {
      name: `training steps per second in Chromium, ${backend}${backend === 'webgl' ? SOFTWARE : ''}`,
      atLeast: judged ? higher(1285, '1285') : null,
      aim: judged ? higher(2000, '2000') : null,
      value: median(perSecond),
      measured: spread(perSecond, '', 0),
    };
  });
  return {
    figures,
    run: `seed ${SEED}, ${windows} × ${SPEED.windowMs / 1000} s, Chromium`,
    referenceMs: median(references),
    notes: [
      `Steps per second: seed ${SEED}, at full speed with the page drawing, ${windows} windows of ${SPEED.windowMs / 1000} s after ${SPEED.warmUpMs / 1000} s. Bars are for the fastest backend.`,
    ],
  };
}

function speedsByWindow(frames: readonly ArrivedFrame[], windows: number): number[] {
  const start = frames[0].at;
  return Array.from({ length: windows }, (_, window) => {
    const from = start + window * SPEED.windowMs;
    const inside = frames.filter(({ at }) => at >= from && at <= from + SPEED.windowMs);
    const [first, last] = [inside[0], inside[inside.length - 1]];
    return ((last.step - first.step) * 1000) / (last.at - first.at);
  });
}
