/** What the tests of the SVAE-LDS's page do: open it, read what it shows. */
import type { Locator, Page } from 'playwright/test';
import { expect } from './fixtures.ts';
import { openLink, play, script } from './lab.ts';

/** A model that trains fast even where graphics are drawn in software. */
const SMALL = {
  pixels: 6,
  sequenceSteps: 600,
  latentDimension: 4,
  hiddenUnits: 8,
  windowSteps: 40,
  windows: 2,
};

/** What `svaeLab.snapshot()` promises to scripts. */
export interface PlainSnapshot {
  readonly data: readonly (readonly number[])[];
  readonly prediction: readonly (readonly number[])[];
  readonly latents: readonly (readonly number[])[];
  readonly transition: readonly (readonly number[])[];
  readonly eigenvalues: readonly { readonly re: number; readonly im: number }[];
  readonly spectralRadius: number;
  readonly period: number;
  readonly truePeriod: number;
  readonly inputEnds: number;
}

export const look = async (page: Page): Promise<PlainSnapshot> =>
  (await script(page, 'snapshot')) as unknown as PlainSnapshot;

export const slider = (page: Page, name: string): Locator =>
  page.getByRole('slider', { name, exact: true });

/** The shipped model, which knows the dot. */
export const openShipped = (page: Page): Promise<void> => openLink(page, '#/svae-lds');

/** A small model, started from its seed. */
export async function openSmall(page: Page): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  await script(page, 'open', 'svae-lds', { seed: 1, backend: 'wasm', settings: SMALL });
  await expect(play(page)).toBeEnabled();
}
