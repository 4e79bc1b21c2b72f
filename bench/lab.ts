/** The production build of the page in Chromium, opened at the lab, with the probe inside. */
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright';
import { build, preview } from 'vite';
import { browserFlags } from '../scripts/browser.mjs';
import { ensureBrowser } from '../scripts/installBrowser.mjs';
import { root } from '../scripts/processes.mjs';
import type { BackendName } from '../src/networks/backend.ts';
import { LAB, SEED } from './config.ts';
import type {} from './page/work.ts';

export interface OpenLab {
  readonly lab?: string;
  readonly settings?: Readonly<Record<string, number | string | boolean>>;
  readonly seed?: number;
  readonly backend?: BackendName | 'auto';
}

/** The browser and the page's build, served; to be closed. */
export interface Laboratory {
  readonly browser: Browser;
  readonly address: string;
  /** Folder of the built page. */
  readonly dist: string;
  /** Closes the page before it: one that goes on training would slow down what is measured next. */
  newPage(options?: Pick<BrowserContextOptions, 'serviceWorkers'>): Promise<Page>;
  /** Closes the page that is open. */
  closePage(): Promise<void>;
  close(): Promise<void>;
}

const SETTLE_MS = 120_000;
/** After the first picture, at the latest. */
const COMPARING_BEGINS_MS = 500;
/**
 * The flags that give tests WebGL in software would also have it put the page's layers together,
 * at a few frames per second. A browser on a machine without a graphics card does that by itself
 * without any GL, so this is what visitors without one see.
 */
const PLAIN_COMPOSITING = '--disable-gpu-compositing';

export async function openLaboratory(): Promise<Laboratory> {
  // Not in dist/, which another process may be serving.
  const dist = join(root, 'test-results', 'bench', 'dist');
  await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
  const probe = await buildPageScript('probe');
  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir: dist },
    preview: { port: 0, host: 'localhost' },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The preview server has no address.');
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...browserFlags, PLAIN_COMPOSITING],
  });
  const contexts: BrowserContext[] = [];
  const closePage = async () => {
    for (const context of contexts.splice(0)) await context.close();
  };
  return {
    browser,
    address,
    dist,
    async newPage(options) {
      // One visitor at a time, each with an empty cache and nothing kept.
      await closePage();
      const context = await browser.newContext({
        viewport: { width: 1280, height: 720 },
        locale: 'en-GB',
        serviceWorkers: 'block',
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(SETTLE_MS);
      await context.addInitScript({ content: probe });
      return context.newPage();
    },
    closePage,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens the lab and waits until it has drawn, and "Auto" has compared the backends. */
export async function openLab(laboratory: Laboratory, options: OpenLab = {}): Promise<Page> {
  const page = await laboratory.newPage();
  await page.goto(`${laboratory.address}#/${options.lab ?? LAB}`);
  await settle(page);
  await openAgain(page, options);
  return page;
}

/** Opens a new run in a page that is open already, and waits as for the first. */
export async function openAgain(page: Page, { lab = LAB, ...request }: OpenLab): Promise<void> {
  await page.evaluate(
    async ([id, asked]) => {
      if (!window.svaeLab) throw new Error('The page has no scripting handle.');
      await window.svaeLab.open(id, asked);
    },
    [lab, { seed: SEED, backend: 'auto', ...request }] as const,
  );
  await settle(page);
}

/** Presses Play once a slow start, which is for people, is chosen away. */
export async function playAtFullSpeed(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('full');
  await page.getByRole('button', { name: /^(Play|Train from scratch)$/ }).click();
}

async function settle(page: Page): Promise<void> {
  await rest(page);
  // Backends are compared once the first picture is there.
  await page.waitForTimeout(COMPARING_BEGINS_MS);
  await rest(page);
}

async function rest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      window.svaeLab !== undefined &&
      window.svaeBench.lastFrame() !== null &&
      window.svaeBench.workers() === 1,
  );
}

/** Work of `bench/page/work.ts` in an empty page: milliseconds, and the reference work beside them. */
export async function workInPage(
  laboratory: Laboratory,
  what: keyof Window['svaeWork'],
): Promise<{ readonly times: readonly number[]; readonly referenceMs: number }> {
  const page = await laboratory.newPage();
  await page.addScriptTag({ content: await buildPageScript('work') });
  const times = await page.evaluate((name) => window.svaeWork[name](), what);
  return { times, referenceMs: await page.evaluate(() => window.svaeBench.referenceMs()) };
}

/** A script of `bench/page/` as one classic script. */
async function buildPageScript(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'bench', 'page', `${name}.ts`), formats: ['iife'], name },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!('output' in output)) throw new Error(`bench/page/${name}.ts was not built.`);
  return output.output[0].code;
}
