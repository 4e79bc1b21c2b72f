/** The course as a lecturer gives it: every row of `docs/course.md` in one tab, in order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { parseCourse } from '../src/app/course/parseCourse.ts';
import { labNamed } from '../src/labs/registry.ts';
import { decodeLink } from '../src/settings/link.ts';
import { expect, test } from './fixtures.ts';
import { boxOf, button, cluster, expectStep, region, script, shownStep } from './lab.ts';

const { lessons } = parseCourse(readFileSync(join('docs', 'course.md'), 'utf8'));
const rows = lessons.flatMap((lesson) => lesson.rows);

/** What the rows look at, of the snapshots of all labs. */
interface Seen {
  readonly step: number;
  readonly data: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly clusters: readonly {
    readonly mean: readonly [number, number];
    readonly count: number;
    readonly weight: number;
  }[];
  readonly assignments: readonly number[];
  readonly latents: readonly (readonly number[])[];
  readonly reconstructions: readonly (readonly number[])[];
  readonly prediction: readonly (readonly number[])[];
  readonly logLikelihood: number;
  readonly klGap: number;
  readonly falls: number;
  readonly converged: boolean;
  readonly klByDimension: readonly number[];
  readonly period: number;
  readonly spectralRadius: number;
  readonly inputEnds: number;
}

const look = async (page: Page) => (await script(page, 'snapshot')) as unknown as Seen;

/** What is done in each row, and what must be seen there, by its topic. */
const STORIES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async 'k-means'(page) {
    await halfSteps(page, 7);
    expect((await look(page)).converged).toBe(true);
    const stuck = await look(page);
    // The blob on the right has no mean of its own, another one has two.
    const right = rightmost(blobs(stuck));
    expect(nearest(stuck, right)).toBeGreaterThan(3);
    await dragMean(page, 4, right);
    await halfSteps(page, 4);
    const { converged, ...free } = await look(page);
    expect(converged).toBe(true);
    for (const blob of blobs(free)) expect(nearest(free, blob)).toBeLessThan(1);
  },

  async 'The start decides'(page) {
    await playToRest(page);
    expect((await look(page)).logLikelihood).toBeCloseTo(-5.604, 3);
    await page.getByRole('combobox', { name: 'Start of the means' }).selectOption('one-spot');
    await playToRest(page);
    expect((await look(page)).logLikelihood).toBeCloseTo(-5.433, 3);
  },

  async 'From hard to soft'(page) {
    const width = page.getByRole('textbox', { name: 'Width, value' });
    for (const [value, places] of [
      ['0.1', 5],
      ['7', 2],
      ['20', 1],
    ] as const) {
      await playToRest(page);
      await width.fill(value);
      await width.press('Enter');
      await playToRest(page);
      const { clusters } = await look(page);
      expect(distinct(clusters.map(({ mean }) => mean)), `places at width ${value}`).toBe(places);
    }
  },

  async 'The gap'(page) {
    const gaps: number[] = [];
    for (let iteration = 1; iteration <= 6; iteration++) {
      await button(page, 'E-step').click();
      await expectStep(page, 2 * iteration - 1);
      expect((await look(page)).klGap).toBe(0);
      await button(page, 'M-step').click();
      await expectStep(page, 2 * iteration);
      gaps.push((await look(page)).klGap);
    }
    expect(gaps[0]).toBeLessThan(0.02);
    expect(gaps[1]).toBeGreaterThan(0.05);
    expect(Math.max(...gaps)).toBe(gaps[3]);
    expect((await look(page)).falls).toBe(0);
  },

  async 'A singular covariance'(page) {
    await playToRest(page);
    await expect(page.getByText(/Cluster \d+ collapsed onto/)).toBeVisible();
    await page.getByRole('switch', { name: 'Bayesian' }).click();
    await playToRest(page);
    expect(inUse(await look(page))).toHaveLength(3);
  },

  async 'How many clusters?'(page) {
    await playToRest(page);
    expect(inUse(await look(page))).toHaveLength(5);
  },

  async 'Bent data'(page) {
    await playToRest(page);
    const { assignments, labels, clusters } = await look(page);
    expect(clusters).toHaveLength(15);
    const ofFirstArm = assignments.filter((_, n) => labels[n] === 0);
    expect(new Set(ofFirstArm).size).toBeGreaterThan(1);
  },

  async 'The trick'(page) {
    const hand = region(page, 'Probe');
    const before = await hand.textContent();
    await dragBy(page, button(page, 'Probe'), 60, -40);
    await expect(hand).not.toHaveText(before ?? '');
    await page.keyboard.press('i');
    const trick = region(page, 'The reparameterisation trick');
    await expect(trick).toBeVisible();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    await expect(trick.getByRole('heading', { name: 'Gradients', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(trick).toHaveCount(0);
  },

  async 'Two forces'(page) {
    await script(page, 'train', 600);
    expect(Math.min(...(await look(page)).klByDimension)).toBeGreaterThan(1);
    const beta = page.getByRole('textbox', { name: 'β, value' });
    for (const [value, steps, isAwake] of [
      ['5', 300, false],
      ['1', 300, false],
      ['0.5', 800, true],
    ] as const) {
      await beta.fill(value);
      await beta.press('Enter');
      await script(page, 'train', steps);
      const { klByDimension } = await look(page);
      expect(
        klByDimension.some((kl) => kl > 1),
        `β ${value}`,
      ).toBe(isAwake);
    }
  },

  async Shapes(page) {
    expect(await shownStep(page)).toBe(1500);
    const hand = region(page, 'Probe');
    const before = await hand.textContent();
    await dragBy(page, button(page, 'Probe'), 60, -40);
    await expect(hand).not.toHaveText(before ?? '');
    await expect(region(page, 'Latent space').locator('.cluster-centre')).toHaveCount(0);
  },

  async 'Both together'(page) {
    const learned = await look(page);
    await dragBy(page, cluster(page, inUse(learned)[0] + 1).locator('.cluster-centre'), 60, -40);
    await expect
      .poll(async () => (await look(page)).reconstructions)
      .not.toEqual(learned.reconstructions);
    await button(page, 'Remove').click();
    await region(page, 'Data space').getByRole('button', { name: 'Samples', exact: true }).click();
    await button(page, 'Clear edits').click();
    await expect.poll(async () => (await look(page)).latents).toEqual(learned.latents);
    await button(page, 'Train from scratch').click();
    await button(page, 'Pause').click();
    expect(await shownStep(page)).toBeLessThan(2000);
  },

  async 'When it fails'(page) {
    await script(page, 'train', 300);
    expect(new Set((await look(page)).assignments).size).toBe(1);
  },

  async 'A dream'(page) {
    const line = region(page, 'Observations').getByRole('slider');
    const grip = line.locator('.input-end-grip');
    const box = await boxOf(grip);
    await dragBy(page, grip, -box.x, 0);
    await expect.poll(async () => (await look(page)).inputEnds).toBe(0);
    // A blur: hardly any movement from step to step.
    expect(movement(await look(page))).toBeLessThan(0.1);
    const prediction = region(page, 'Prediction');
    await prediction.getByRole('button', { name: 'Single sample' }).click();
    await prediction.getByRole('button', { name: 'Another sample' }).click();
    await expect(prediction).toContainText('sample 2 of 50');
  },

  async 'Turn a number'(page) {
    await button(page, 'Clear edits').click();
    await region(page, 'Prediction').getByRole('button', { name: 'Single sample' }).click();
    await expect(region(page, 'Prediction')).toContainText('mean of 50');
    await expect.poll(async () => (await look(page)).inputEnds).toBeGreaterThan(0);
    const learned = await look(page);
    await page.getByRole('slider', { name: 'Frequency' }).focus();
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => learned.period / (await look(page)).period).toBeCloseTo(1.1, 2);
    const radius = async () => (await look(page)).spectralRadius;
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(radius).toBeGreaterThan(learned.spectralRadius);
    for (let press = 0; press < 2; press++) await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(radius).toBeLessThan(learned.spectralRadius + 1e-6);
    await button(page, 'Clear edits').click();
    await button(page, 'Scan').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  },

  async 'Filter and smoother'(page) {
    const frame = region(page, 'Filter, smoother, sampler').getByRole('slider', { name: 'Frame' });
    await button(page, 'Smooth').click();
    await expect(frame).toHaveAttribute('aria-valuetext', /Smooth/);
    await button(page, 'Sample').click();
    await page.keyboard.press('End');
    await expect(frame).toHaveAttribute('aria-valuetext', '120 of 120: Sample, step 0');
    await page.keyboard.press('Escape');
  },

  async 'Side by side'(page) {
    const plot = region(page, 'SVAE').locator('.square-plot');
    const box = await boxOf(plot);
    const rings = page.locator('.plot-hover-ring');
    for (let x = 0.3; x < 0.7 && (await rings.count()) === 0; x += 0.02) {
      await plot.hover({ position: { x: box.width * x, y: box.height * 0.5 } });
    }
    await expect(rings).toHaveCount(4);
    for (const model of ['GMM', 'VAE', 'SVAE'])
      await expect(page.getByRole('rowheader', { name: model, exact: true })).toBeVisible();
  },
};

test('every row of the course, in one tab, in order', async ({ page }) => {
  await page.goto('/');
  expect(rows.map(({ topic }) => topic)).toEqual(Object.keys(STORIES));
  for (const { minute, topic, link } of rows) {
    await test.step(`${minute} ${topic}`, async () => {
      if (!page.url().endsWith(link)) await page.goto(`/${link}`);
      await expectOpened(page, link);
      await STORIES[topic]?.(page);
    });
  }
});

/** Waits until the lab shows what a link says: its settings, its seed and its training. */
async function expectOpened(page: Page, link: string): Promise<void> {
  const lab = labNamed(/^#\/([\w-]+)/.exec(link)?.[1] ?? '');
  const stateOf = (address: string) => {
    const { settings, seed, steps } = decodeLink(address, [lab]).state ?? {};
    return { settings, seed: seed ?? 0, steps: steps ?? 0 };
  };
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lab.title);
  const wanted = stateOf(link);
  await expect.poll(async () => stateOf(await script(page, 'link'))).toEqual(wanted);
}

async function halfSteps(page: Page, iterations: number): Promise<void> {
  for (let iteration = 0; iteration < iterations; iteration++) {
    await button(page, 'E-step').click();
    await button(page, 'M-step').click();
  }
}

/** Plays until EM has converged. The lecturer sees it slowly. */
async function playToRest(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('full');
  await button(page, 'Play').click();
  await expect.poll(async () => (await look(page)).converged).toBe(true);
  await expect(button(page, 'Play')).toBeVisible();
}

async function dragBy(page: Page, handle: Locator, dx: number, dy: number): Promise<void> {
  // Waits until it stands still.
  await handle.hover();
  const box = await boxOf(handle);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

/** Drags a mean to a place in the plane; how far that is on the screen, two marks tell. */
async function dragMean(page: Page, number: number, [x, y]: readonly number[]): Promise<void> {
  const { clusters } = await look(page);
  const centre = (one: number) => cluster(page, one).locator('.cluster-centre');
  const places = await Promise.all([number, 3].map((one) => boxOf(centre(one))));
  const [own, other] = places.map((box) => box.x + box.width / 2);
  const [mean, reference] = [clusters[number - 1].mean, clusters[2].mean];
  const pixels = (other - own) / (reference[0] - mean[0]);
  await dragBy(page, centre(number), (x - mean[0]) * pixels, (mean[1] - y) * pixels);
}

/** The mean of each class. */
function blobs({ data, labels }: Pick<Seen, 'data' | 'labels'>): readonly (readonly number[])[] {
  return [...new Set(labels)].map((label) => {
    const own = data.filter((_, n) => labels[n] === label);
    return [0, 1].map((i) => own.reduce((sum, point) => sum + point[i], 0) / own.length);
  });
}

const rightmost = (places: readonly (readonly number[])[]) =>
  places.reduce((best, place) => (place[0] > best[0] ? place : best));

/** How far the nearest cluster is. */
const nearest = ({ clusters }: Pick<Seen, 'clusters'>, [x, y]: readonly number[]) =>
  Math.min(...clusters.map(({ mean }) => Math.hypot(mean[0] - x, mean[1] - y)));

/** How many places there are, where those closer than 0.5 are one. */
const distinct = (means: readonly (readonly number[])[]) =>
  means.filter(
    ([x, y], at) =>
      !means.slice(0, at).some((other) => Math.hypot(other[0] - x, other[1] - y) < 0.5),
  ).length;

/** Clusters that hold a point at least. */
const inUse = ({ assignments }: Pick<Seen, 'assignments'>) => [...new Set(assignments)];

/** Root mean square change of the prediction from one step to the next. */
function movement({ prediction }: Pick<Seen, 'prediction'>): number {
  const changes = prediction
    .slice(1)
    .flatMap((row, t) => row.map((value, i) => (value - prediction[t][i]) ** 2));
  return Math.sqrt(changes.reduce((sum, value) => sum + value) / changes.length);
}
