/**
 * Opens every lab of the built page in Firefox, if there is one on this machine, and takes a
 * training step: the browser tests, which go further, are of Chromium. Playwright's own Firefox
 * would be another download, and it cannot drive the one people have.
 */
import { preview } from 'vite';
import { labs } from '../src/labs/allLabs.ts';
import { Firefox } from './firefox/bidi.ts';
import { findFirefox } from './firefox/findFirefox.ts';
import { root } from './processes.mjs';

/** Generous: no test may fail because a machine is slow. */
const PATIENCE_MS = 60_000;

interface Visit {
  readonly title: string;
  readonly startsTrained: boolean;
  readonly patience: number;
}

const path = findFirefox();
if (path === null) console.log('not run: there is no Firefox here (SVAE_LAB_FIREFOX names one)');
else await visitAll(path);

async function visitAll(program: string): Promise<void> {
  const server = await preview({ root, logLevel: 'silent', preview: { port: 0 } });
  const firefox = await Firefox.start(program, 1280, 720);
  const problems: string[] = [];
  const backends = new Set<string>();
  try {
    await firefox.open(server.resolvedUrls?.local[0] ?? '');
    for (const { title, startsTrained = true } of labs) {
      const visit = { title, startsTrained, patience: PATIENCE_MS };
      const seen = await firefox.run(visitLab, visit).catch(({ message }) => ({ fault: message }));
      if (seen.fault) problems.push(`${title}: ${seen.fault}`);
      if ('backend' in seen && seen.backend) backends.add(seen.backend);
      for (const error of firefox.errors.splice(0)) problems.push(`${title}: ${error}`);
    }
  } finally {
    await firefox.close();
    await server.close();
  }
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  }
  console.log(
    `${labs.length} labs, ${problems.length} problems, trained on ${[...backends].join(', ')}`,
  );
}

/** Runs in the page, from any page of the app. */
async function visitLab({ title, startsTrained, patience }: Visit) {
  async function until<Found>(what: string, find: () => Found | null | undefined | false) {
    for (const end = Date.now() + patience; Date.now() < end; ) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no ${what}`);
  }
  const named = (selector: string, name: RegExp) =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      (element) =>
        name.test(element.getAttribute('aria-label') ?? element.textContent ?? '') &&
        !element.matches(':disabled'),
    );
  const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const home = named('header a', /^SVAE Lab$/);
  home?.click();
  const link = await until('card', () => named('a', new RegExp(`^${escaped}$`)));
  link.click();
  await until('title', () => document.title.startsWith(title));
  await until('Play', () => named('header button', /^(Play|Train from scratch)$/));
  const step = () => {
    const row = [...document.querySelectorAll('header dl > div')].find((one) =>
      one.querySelector('dt')?.textContent?.startsWith('Step'),
    );
    return Number(row?.querySelector('dd')?.textContent?.replaceAll(',', ''));
  };
  const before = step();
  if (before > 0 !== startsTrained) throw new Error(`it opens at step ${before}`);
  const take = await until('Step', () => named('header button', /^Step$/));
  take.click();
  await until('training step', () => step() > before);
  const blank = () =>
    [...document.querySelectorAll('main .plot')]
      .filter((plot) => plot.checkVisibility())
      .filter((plot) => !isDrawn(plot))
      .map((plot) => plot.getAttribute('aria-label'));
  /** Shapes in its SVG, or pixels on its canvas. */
  const isDrawn = (plot: Element) =>
    plot.querySelector('path[d], circle, ellipse, rect, line, polyline, text') !== null ||
    [...plot.querySelectorAll('canvas')].some(
      (canvas) =>
        canvas.width > 0 &&
        canvas
          .getContext('2d')
          ?.getImageData(0, 0, canvas.width, canvas.height)
          .data.some((value) => value > 0),
    );
  await until('picture', () => document.querySelector('main .plot') && blank().length === 0);
  const snapshot = (await window.svaeLab?.snapshot()) as { readonly backend?: string } | undefined;
  return { fault: '', backend: snapshot?.backend ?? '' };
}
