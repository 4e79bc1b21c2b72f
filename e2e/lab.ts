/** What many tests do: open the lab, drive it by script, read what it shows. */
import type { Locator, Page } from 'playwright/test';
import type { OpenOptions, SvaeLab } from '../src/app/scriptingHandle.ts';
import { expect } from './fixtures.ts';

export interface PlainCluster {
  readonly id: number;
  readonly weight: number;
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly removed: boolean;
}

/** What `svaeLab.snapshot()` promises to scripts. */
export interface PlainSnapshot {
  readonly step: number;
  readonly elbo: Readonly<Record<'total' | 'reconstruction' | 'localKl' | 'globalKl', number>>;
  readonly learnedElbo: PlainSnapshot['elbo'];
  readonly data: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly latents: readonly (readonly number[])[];
  readonly assignments: readonly number[];
  readonly reconstructions: readonly (readonly number[])[];
  readonly clusters: readonly PlainCluster[];
  readonly backend: string;
  readonly stepsPerSecond: number;
}

/** A model that trains fast even where graphics are drawn in software: 2 arms of 20 points. */
export const SMALL = { arms: 2, pointsPerArm: 20, clusters: 4, hiddenUnits: 8, batch: 20 } as const;
export const SMALL_ROWS = SMALL.arms * SMALL.pointsPerArm;

type Method = Exclude<keyof SvaeLab, 'version'>;

/** Calls a method of `window.svaeLab`; rejects with what it rejects with. */
export async function script<Name extends Method>(
  page: Page,
  name: Name,
  ...args: Parameters<SvaeLab[Name]>
): Promise<Awaited<ReturnType<SvaeLab[Name]>>> {
  const result = await page.evaluate(
    ([method, given]) => {
      const handle = window.svaeLab;
      if (!handle) throw new Error('The page has no window.svaeLab.');
      return (handle[method] as (...all: unknown[]) => Promise<unknown>)(...given);
    },
    [name, args] as const,
  );
  return result as Awaited<ReturnType<SvaeLab[Name]>>;
}

export async function look(page: Page): Promise<PlainSnapshot> {
  return (await script(page, 'snapshot')) as unknown as PlainSnapshot;
}

/** Opens the lab on a small model, started from its seed. */
export async function openSmall(page: Page, options: OpenOptions = {}): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  await script(page, 'open', 'svae-gmm', {
    seed: 1,
    backend: 'wasm',
    ...options,
    settings: { ...SMALL, ...options.settings },
  });
  await expect(play(page)).toBeEnabled();
}

/** Follows an address within the page, as a link does, and waits until the lab can be used. */
export async function openLink(page: Page, hash: string): Promise<void> {
  await page.goto(`/${hash}`);
  await expect(play(page)).toBeEnabled();
}

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
/** The button that trains: on a pretrained model it says that it starts from scratch. */
export const play = (page: Page): Locator =>
  page.getByRole('button', { name: /^(Play|Train from scratch)$/ });
export const cluster = (page: Page, number: number): Locator => button(page, `Cluster ${number}`);
export const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });

/** Where something is on the screen; fails where it is not shown. */
export async function boxOf(shown: Locator) {
  const box = await shown.boundingBox();
  if (!box) throw new Error('It is not shown.');
  return box;
}

/**
 * Where something drawn is, once every plot fills its place and the drawing stands still: after a
 * change of the layout a plot is drawn to its new size a frame or more later.
 */
export async function stillBoxOf(drawn: Locator) {
  const misfits = () => drawn.page().evaluate(plotsOutOfSize);
  await expect.poll(misfits, { message: 'plots that do not fill their places' }).toEqual([]);
  // Waits until it stands still.
  await drawn.hover();
  return boxOf(drawn);
}

/** Runs in the page. */
const plotsOutOfSize = (): string[] =>
  [...document.querySelectorAll('.plot:has(> .plot-overlay)')]
    .filter((plot) => plot.checkVisibility())
    .flatMap((plot) => {
      const [place, drawing] = [plot, plot.querySelector('.plot-overlay') ?? plot].map((element) =>
        element.getBoundingClientRect(),
      );
      const excess = Math.max(
        Math.abs(place.width - drawing.width),
        Math.abs(place.height - drawing.height),
      );
      return excess > 2 ? [`${plot.getAttribute('aria-label')}: by ${excess} pixels`] : [];
    });

/** The number under a name in the top bar, as text: "Step", "ELBO", "Steps/s". */
export const readout = (page: Page, name: string): Locator =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

/** Waits until the lab shows this training step. */
export async function expectStep(page: Page, step: number): Promise<void> {
  await expect(readout(page, 'Step')).toHaveText(step.toLocaleString('en-US'));
}

/** The training step shown. */
export async function shownStep(page: Page): Promise<number> {
  return Number((await readout(page, 'Step').textContent())?.replaceAll(',', ''));
}

/** Waits until the lab has trained past this step. */
export async function expectStepBeyond(page: Page, step: number): Promise<void> {
  await expect.poll(() => shownStep(page)).toBeGreaterThan(step);
}

/** A message of the page to the person at it: a notice, a banner or an alert with this text. */
export const message = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).locator('visible=true').first();

/** What screen readers were last told. */
export const announcement = (page: Page): Locator => page.locator('span[role="status"]');

/** Everything but the measurement of speed, which is never twice the same. */
export function comparable(snapshot: PlainSnapshot): Omit<PlainSnapshot, 'stepsPerSecond'> {
  const { stepsPerSecond: _, ...rest } = snapshot;
  return rest;
}

/** What the page has kept on this device, as text. */
export function keptText(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('svae-lab');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('work').objectStore('work').get('svae-gmm');
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(String(reading.result?.text ?? ''));
          };
        };
      }),
  );
}
