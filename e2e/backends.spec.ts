import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import {
  button,
  comparable,
  expectStep,
  expectStepBeyond,
  look,
  message,
  openSmall,
  play,
  script,
} from './lab.ts';

test.use({ isFirstVisit: true });

const chooseBackend = (page: Page, name: 'auto' | 'webgl' | 'wasm' | 'cpu') =>
  page.getByRole('combobox', { name: 'Backend' }).selectOption(name);

test('training goes on through every change of backend', async ({ page }) => {
  await test.step('webgl arrives at the same bound as cpu', async () => {
    const boundOn = async (backend: 'webgl' | 'cpu') => {
      await openSmall(page, { seed: 2, backend });
      const before = (await look(page)).elbo.total;
      await script(page, 'train', 8);
      const after = await look(page);
      expect(after.backend).toBe(backend);
      return { before, after: after.elbo.total };
    };
    const cpu = await boundOn('cpu');
    const webgl = await boundOn('webgl');
    // Both compute with 32 bits and add up in different orders.
    expect(webgl.before).toBeCloseTo(cpu.before, 2);
    expect(Math.abs(webgl.after - cpu.after)).toBeLessThan(0.02 * Math.abs(cpu.after));
    expect(webgl.after).not.toBe(webgl.before);
  });

  await test.step('changed in mid-training, no model is lost', async () => {
    await openSmall(page, { backend: 'webgl' });
    await script(page, 'train', 6);
    const model = comparable(await look(page));
    for (const backend of ['cpu', 'wasm'] as const) {
      await chooseBackend(page, backend);
      await expect.poll(async () => (await look(page)).backend).toBe(backend);
      const now = comparable(await look(page));
      expect(now.step).toBe(6);
      expect(now.clusters).toEqual(model.clusters);
      expect(now.elbo.total).toBeCloseTo(model.elbo.total, 2);
    }
    await play(page).click();
    await expectStepBeyond(page, 6);
    await chooseBackend(page, 'cpu');
    await expect.poll(async () => (await look(page)).backend).toBe('cpu');
    const { step } = await look(page);
    await expectStepBeyond(page, step);
    await expect(button(page, 'Pause')).toBeVisible();
    await button(page, 'Pause').click();
  });

  await test.step('"Auto" finds a backend by measuring', async () => {
    await openSmall(page, { backend: 'cpu' });
    await script(page, 'train', 3);
    // Measured in a worker of its own, which goes when it has been.
    const measuring = page.waitForEvent('worker');
    await chooseBackend(page, 'auto');
    const worker = await measuring;
    await expect.poll(() => page.workers().includes(worker)).toBe(false);
    expect((await look(page)).backend).toMatch(/^(webgl|wasm|cpu)$/);
    await script(page, 'train', 2);
    await expectStep(page, 5);
  });

  await test.step('a lost graphics context costs nobody their training', async () => {
    await openSmall(page, { backend: 'webgl' });
    await play(page).click();
    await expectStepBeyond(page, 5);
    const { step } = await look(page);
    await script(page, 'provoke', 'lose-context');
    await expect(message(page, /graphics context was lost at step [\d,]+/)).toBeVisible();
    await expect.poll(async () => (await look(page)).backend).toMatch(/^(wasm|cpu)$/);
    await expectStepBeyond(page, step);
    await expect(button(page, 'Pause')).toBeVisible();
    const { elbo, latents } = await look(page);
    expect(Number.isFinite(elbo.total)).toBe(true);
    expect(latents.flat().every(Number.isFinite)).toBe(true);
  });
});

test('without WebGL and WebAssembly the lab says so and computes otherwise', async ({ page }) => {
  await crippleWorker(
    page,
    'OffscreenCanvas.prototype.getContext = () => null; delete globalThis.WebAssembly;',
  );
  await openSmall(page, { backend: 'cpu' });
  await script(page, 'train', 3);
  for (const [backend, words] of [
    ['webgl', /WebGL is switched off or not supported/],
    ['wasm', /no WebAssembly/],
  ] as const) {
    await chooseBackend(page, backend);
    await expect(message(page, words)).toBeVisible();
    await expect.poll(async () => (await look(page)).backend).toBe('cpu');
  }
  await script(page, 'train', 2);
  await expectStep(page, 5);
  await test.step('asked for by a script, too', async () => {
    await openSmall(page, { backend: 'wasm' });
    await script(page, 'train', 1);
    expect((await look(page)).backend).toBe('cpu');
  });
});

/** Has every worker of the page run this first. */
async function crippleWorker(page: Page, code: string): Promise<void> {
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
}
