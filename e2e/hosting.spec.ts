/** The built page on a plain static host, in a folder of it, under its own Content-Security-Policy. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { builtPolicy } from '../scripts/contentSecurity.ts';
import { expectStep, look, openSmall, play, script } from './lab.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const FOLDER = '/courses/models/';
const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' },
  ...{ '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' },
  ...{ '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json' },
};

/** Sends every file with the policy: workers go by the header of their own file, not by the page's. */
const serve = (policy: string): Server =>
  createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.slice(FOLDER.length) || 'index.html';
    try {
      const body = await readFile(join(DIST, path));
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });

const test = base.extend<{ readonly address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs.
  address: async ({}, use) => {
    const server = serve(builtPolicy(DIST));
    await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
    await use(`http://localhost:${(server.address() as AddressInfo).port}${FOLDER}`);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  },
});

test.use({ serviceWorkers: 'allow' });

test('on a static host the page keeps to its own files, and its policy forbids all else', async ({
  page,
  context,
  address,
}) => {
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isInPage = ['data:', 'blob:'].includes(protocol);
    if (!isInPage && origin !== new URL(address).origin) problems.push(request.url());
  });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  for (const backend of ['wasm', 'cpu', 'webgl'] as const) {
    await test.step(`the worker trains on ${backend}`, async () => {
      await openSmall(page, { backend });
      await script(page, 'train', 3);
      await expectStep(page, 3);
      expect((await look(page)).backend).toBe(backend);
    });
  }

  // The labs are opened under the same policy by their own tests.
  await test.step('a corpus is read', async () => {
    await page.goto(`${address}#/topics?preset=countries`);
    await expect(play(page)).toBeEnabled();
  });

  expect(problems).toEqual([]);

  await test.step('no script that was put into the page runs, and no other host is asked', async () => {
    const hasRun = await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'window.hasRunInline = true';
      document.head.append(inline);
      await fetch('https://example.org/').catch(() => undefined);
      return 'hasRunInline' in window;
    });
    expect(hasRun).toBe(false);
    const isTold = (directive: string) =>
      problems.some(
        (problem) => problem.includes('Content Security') && problem.includes(directive),
      );
    await expect.poll(() => isTold('script-src')).toBe(true);
    await expect.poll(() => isTold('connect-src')).toBe(true);
  });
});
