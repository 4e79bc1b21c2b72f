/** How much script arrives before the lab can be used, by the built files' own gzip sizes. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { LAB } from './config.ts';
import { lower, type Measurement } from './figures.ts';
import type { Laboratory } from './lab.ts';

export async function measureScriptSize(laboratory: Laboratory): Promise<Measurement> {
  const page = await laboratory.newPage();
  await page.goto(`${laboratory.address}#/${LAB}`);
  await page.waitForFunction(() => window.svaeBench.firstDrawnAt() !== null);
  const { scripts, workerScripts, drawnAt } = await page.evaluate(() => {
    const drawnAt = window.svaeBench.firstDrawnAt() ?? 0;
    const workerScripts = window.svaeBench.workerScripts().map(({ address }) => address);
    const scripts = performance
      .getEntriesByType('resource')
      .filter(
        ({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime < drawnAt,
      )
      .map(({ name }) => name)
      .filter((name) => !workerScripts.includes(name));
    return { scripts, workerScripts, drawnAt };
  });
  const sizes = [...new Set(scripts)].map((url) => ({
    file: basename(new URL(url).pathname),
    bytes: gzipBytes(laboratory, url),
  }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const ofWorkers = new Set([...workerScripts, ...(await workerImports(page))]);
  const worker = [...ofWorkers].reduce((sum, url) => sum + gzipBytes(laboratory, url) / 1000, 0);
  const files = sizes
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ file, bytes }) => `${file.replace(/-[\w-]{8}\.js$/, '')} ${(bytes / 1000).toFixed(1)}`);
  return {
    figures: [
      {
        name: 'script loaded before the first picture, gzip',
        atLeast: lower(160, '160 KB'),
        aim: lower(120, '120 KB'),
        value: total,
        measured: `${total.toFixed(1)} KB`,
      },
    ],
    run: 'empty cache, Chromium',
    notes: [
      `Script: an empty cache, straight to the lab, everything fetched by the page, dynamic imports included, until the first picture of a model (${(drawnAt / 1000).toFixed(2)} s after navigation), in KB: ${files.join(', ')}. The worker: ${worker.toFixed(0)} KB in ${ofWorkers.size} scripts, WebAssembly apart.`,
    ],
  };
}

/** What the workers alive import, which the page's own list does not show. */
async function workerImports(page: Page): Promise<string[]> {
  const lists = await Promise.all(
    page
      .workers()
      .map((worker) =>
        worker.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
      ),
  );
  return lists.flat().filter((name) => new URL(name).pathname.endsWith('.js'));
}

function gzipBytes({ dist }: Laboratory, url: string): number {
  return gzipSync(readFileSync(join(dist, new URL(url).pathname))).length;
}
