/** Each lab in both themes at four sizes: what axe finds, and what moves while it trains. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { labs } from '../src/labs/allLabs.ts';
import { EVERY_PAGE, SEED } from './config.ts';
import { lower, type Measurement } from './figures.ts';
import { type Laboratory, openLab } from './lab.ts';

export async function measureEveryPage(
  laboratory: Laboratory,
  full: boolean,
): Promise<Measurement> {
  const sizes = EVERY_PAGE.sizes[full ? 'full' : 'short'];
  const findings: string[] = [];
  const shifts: string[] = [];
  let [shifted, looks] = [0, 0];
  for (const { id } of labs) {
    const page = await openLab(laboratory, { lab: id, backend: 'wasm' });
    await page.evaluate(watchShifts);
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      const where = `${id}, ${viewport.width} x ${viewport.height}`;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(EVERY_PAGE.settleMs);
        looks += 1;
        for (const found of await findingsOfAxe(page))
          findings.push(`${where}, ${colorScheme}: ${found}`);
      }
      const { value, moved } = await shiftsInTraining(page);
      shifted += value;
      if (value >= EVERY_PAGE.leastShift)
        shifts.push(`${where}: ${value.toFixed(4)}, ${moved.join(', ')}`);
    }
  }
  return {
    figures: [
      {
        name: `findings of axe, ${labs.length} labs, two themes, ${sizes.length} sizes`,
        atLeast: lower(0, '0'),
        aim: null,
        value: findings.length,
        measured: `${findings.length} in ${looks} pages`,
      },
      {
        name: 'layout shift while they train, in all',
        atLeast: lower(0, '0'),
        aim: null,
        value: shifted,
        measured: shifted.toFixed(4),
      },
    ],
    run: `seed ${SEED}, Chromium`,
    notes: [...findings, ...shifts],
  };
}

async function findingsOfAxe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target}`));
}

async function shiftsInTraining(page: Page) {
  await page.evaluate(() => void window.shiftsSeen?.splice(0));
  await page.evaluate(() => window.svaeLab?.play('full'));
  await page.waitForTimeout(EVERY_PAGE.trainMs);
  await page.evaluate(() => window.svaeLab?.pause());
  const seen = await page.evaluate(() => window.shiftsSeen ?? []);
  return {
    value: seen.reduce((sum, { value }) => sum + value, 0),
    moved: [...new Set(seen.flatMap(({ moved }) => moved))].slice(0, 6),
  };
}

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    shiftsSeen?: Shift[];
  }
}

/** Runs in the page. */
function watchShifts(): void {
  const seen: Shift[] = [];
  window.shiftsSeen = seen;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as unknown as {
        readonly value: number;
        readonly sources: readonly { readonly node: Node | null }[];
      };
      const moved = sources.map(({ node }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        return element?.outerHTML.slice(0, 90) ?? '?';
      });
      seen.push({ value, moved });
    }
  });
  observer.observe({ type: 'layout-shift' });
}
