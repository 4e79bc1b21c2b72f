/** A lab in a frame of a page from another origin: the example page, and one that is not to be heard. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { test as base, expect, expectAccessible } from './fixtures.ts';
import { script } from './lab.ts';

const EXAMPLE = join(import.meta.dirname, '..', 'public', 'examples', 'embedding.html');

/** What the helper script gives to the page around. */
interface Handle {
  readonly ready: Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  open(lab: string): Promise<void>;
  snapshot(): Promise<{ readonly step: number; readonly clusters: readonly unknown[] }>;
  settings(): Promise<Readonly<Record<string, unknown>>>;
}

declare global {
  var svaeLabEmbed: (frame: Element | null) => Handle;
  var heard: readonly unknown[];
}

const serve = (pages: Readonly<Record<string, string>>): Server =>
  createServer(({ url = '/' }, response) => {
    const page = pages[url];
    response.writeHead(page ? 200 : 204, { 'Content-Type': 'text/html' }).end(page);
  });

/** A page that shows the lab, although its link names another origin as the one that is heard. */
const stranger = (lab: string): string => `
  <iframe src="${lab}#/em?embed=stage.observations&host=https://example.org"></iframe>
  <script>
    heard = [];
    addEventListener('message', ({ data }) => heard.push(data));
    ask = () => frames[0].postMessage({ svaeLab: 1, id: 1, method: 'snapshot' }, '*');
  </script>`;

const test = base.extend<{ readonly host: string }>({
  host: async ({ baseURL, allowedErrors }, use) => {
    const lab = String(baseURL);
    const example = await readFile(EXAMPLE, 'utf8');
    const pages = { '/': example.replaceAll('../', lab), '/stranger': stranger(lab) };
    const server = serve(pages);
    // Another site, so that the frame is in a process of its own, as it is on the web.
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    allowedErrors.push(new RegExp(`^request to another host: ${origin}`));
    // The browser says so itself when the frame has an answer for another origin than the page's.
    allowedErrors.push(/Failed to execute 'postMessage'.*example\.org/);
    await use(origin);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  },
});

// An embed measures no backends, and what it keeps must be its own.
test.use({ isFirstVisit: true });

const heightOf = (page: Page): Promise<number> =>
  page.locator('#gmm').evaluate((frame) => frame.getBoundingClientRect().height);

test('a page of another origin shows a lab, drives it, and gives it theme and height', async ({
  page,
  host,
}) => {
  await page.goto(host);
  const lab = page.frameLocator('#gmm');
  const focusOfPage = () => page.evaluate(() => document.activeElement?.tagName);
  const within = <Result>(call: (handle: Handle) => Promise<Result>): Promise<Result> =>
    page.evaluate(
      `(${call.toString()})(svaeLabEmbed(document.querySelector('#gmm')))`,
    ) as Promise<Result>;

  await test.step('the wanted parts, and nothing else', async () => {
    await within((handle) => handle.ready);
    await expect(lab.getByRole('region', { name: 'Latent space' })).toBeVisible();
    await expect(lab.getByRole('region', { name: 'Data space' })).toBeVisible();
    await expect(lab.getByRole('region', { name: 'ELBO' })).toBeHidden();
    await expect(lab.getByRole('banner')).toHaveCount(0);
    await expect(lab.getByRole('complementary')).toHaveCount(0);
    const link = lab.getByRole('link', { name: 'Open in SVAE Lab' });
    await expect(link).toHaveAttribute('href', '#/svae-gmm');
    expect(await focusOfPage()).toBe('BODY');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  await test.step('the page around trains it and hears of each step', async () => {
    const { step: before, clusters } = await within((handle) => handle.snapshot());
    expect(clusters.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Train 100 steps' }).click();
    await expect(page.locator('#step')).toContainText(`Step ${before + 100},`);
    await within((handle) => handle.play());
    await expect(lab.getByRole('button', { name: 'Pause' })).toBeVisible();
    await within((handle) => handle.pause());
    await expect(lab.getByRole('button', { name: 'Play' })).toBeVisible();
    expect((await within((handle) => handle.snapshot())).step).toBeGreaterThan(0);
    const link = lab.getByRole('link', { name: 'Open in SVAE Lab' });
    await link.hover();
    await expect(link).toHaveAttribute('href', /#\/svae-gmm\?.*seed=\d+&steps=\d+&v=1$/);
    const refused = within((handle) => handle.open('svae')).catch((error: Error) => error.message);
    expect(await refused).toContain('There is no lab "svae".');
  });

  await test.step('it has the theme of the page, and the height that it needs', async () => {
    const html = lab.locator('html');
    await expect(html).toHaveAttribute('data-theme', 'light');
    await page.getByRole('button', { name: 'Dark or light' }).click();
    await expect(html).toHaveAttribute('data-theme', 'dark');
    const wide = await heightOf(page);
    await page.setViewportSize({ width: 352, height: 720 });
    await expect.poll(() => heightOf(page)).toBeGreaterThan(wide + 150);
    const inner = await html.evaluate(({ scrollHeight, scrollWidth, clientWidth }) => ({
      ...{ scrollHeight, scrollWidth, clientWidth },
    }));
    expect(inner.scrollHeight).toBeLessThanOrEqual(Math.ceil(await heightOf(page)));
    expect(inner.scrollWidth).toBe(inner.clientWidth);
  });
});

test('a page that the link does not name hears nothing, and a wrong part is named; nothing is kept', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(`${host}/stranger`);
  await expect(page.frameLocator('iframe').getByRole('link')).toBeVisible();
  await page.evaluate('ask()');
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => globalThis.heard)).toEqual([]);

  await page.goto(`${baseURL}#/em?embed=stage.observation,curtain,caption`);
  await expect(page.getByRole('alert')).toContainText([
    '"embed" of the link names "curtain". There are "stage", "transport"',
    '"stage.observation", which the stage does not show now. Its panels are',
  ]);
  await expectAccessible(page);
  await script(page, 'train', 3);
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
  ]);
  expect(kept).toEqual([]);
});
