/** A lab in a frame of a page from another origin: how long until its first picture. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Figure, lower } from './figures.ts';
import type { Laboratory } from './lab.ts';
import { median, spread } from './statistics.ts';

const EMBED = '#/svae-gmm?embed=stage.latent-space,stage.bound,transport';

declare global {
  interface Window {
    /** When the page around was told that the picture is painted, ms since its navigation. */
    pictureAt?: number;
  }
}

/** Another port is another origin, but the same site: one process, so that both are slowed down. */
const hostPage = (address: string): string => `<!doctype html>
  <title>Notes</title>
  <iframe src="${address}${EMBED}" width="640" height="480"></iframe>
  <script>
    addEventListener('message', ({ data }) => {
      if (data.event === 'ready') window.pictureAt = performance.now();
    });
  </script>`;

/** With an empty cache. @param slower how many times the processor is slowed down */
export async function embedFigure(
  laboratory: Laboratory,
  address: string,
  { slower, runs }: { readonly slower: number; readonly runs: number },
): Promise<Figure> {
  const host = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(hostPage(address));
  });
  await new Promise<void>((listening) => host.listen(0, 'localhost', listening));
  const { port } = host.address() as AddressInfo;
  try {
    const seconds: number[] = [];
    for (let run = 0; run < runs; run++) {
      const page = await laboratory.newPage();
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
      await page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' });
      await page.waitForFunction(() => window.pictureAt !== undefined);
      seconds.push((await page.evaluate(() => window.pictureAt ?? Number.NaN)) / 1000);
      await laboratory.closePage();
    }
    return {
      name: `svae-gmm embedded: empty cache to the first picture, main thread ${slower} times slower`,
      atLeast: lower(3, '3 s'),
      aim: null,
      value: median(seconds),
      measured: spread(seconds, 's', 2),
    };
  } finally {
    host.closeAllConnections();
    host.close();
  }
}
