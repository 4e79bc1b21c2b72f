/** An empty cache and a slow line: how long until Play can be pressed, and what is fetched by then. */
import { basename } from 'node:path';
import type { Page } from 'playwright';
import { labs } from '../src/labs/allLabs.ts';
import { embedFigure } from './embedding.ts';
import { type Figure, lower, type Measurement } from './figures.ts';
import type { Laboratory } from './lab.ts';
import { openSlowLink } from './slowLink.ts';
import { median, spread } from './statistics.ts';

const LABS = ['svae-gmm', 'svae-lds', 'em'];
/** Of layout shifts, as numbers that gain a digit to their left. */
const LEAST_SHIFT = 0.005;
const LINE = { bitsPerSecond: 10e6, roundTripMs: 40 } as const;
const SLOWER = 4;
const RUNS = 3;
/** What still moves when Play can be pressed belongs to the loading as well. */
const SETTLE_MS = 2000;

interface Fetched {
  readonly name: string;
  /** In milliseconds since navigation. */
  readonly askedAt: number;
  readonly arrivedAt: number;
}

interface Visit {
  readonly seconds: number;
  readonly fetched: readonly Fetched[];
  readonly layoutShift: number;
  readonly referenceMs: number;
}

/** Time to Play, requests, waves and layout shift, at the machine's speed and on a slower processor. */
export async function measureLoading(laboratory: Laboratory): Promise<Measurement> {
  const link = await openSlowLink(laboratory.address, LINE);
  try {
    const figures: Figure[] = [];
    const notes: string[] = [];
    const references: number[] = [];
    for (const lab of LABS) {
      const visits = await visitsTo(laboratory, `${link.address}#/${lab}`, 1);
      const slower = await visitsTo(laboratory, `${link.address}#/${lab}`, SLOWER);
      references.push(...visits.map(({ referenceMs }) => referenceMs));
      figures.push(...figuresOf(lab, visits), slowFigure(lab, slower));
      notes.push(noteOf(lab, visits[0]));
    }
    figures.push(await shiftOfAll(laboratory, link.address, notes));
    figures.push(await embedFigure(laboratory, link.address, { slower: SLOWER, runs: RUNS }));
    return {
      figures,
      run: `empty cache, 10 Mbit/s, ${LINE.roundTripMs} ms, ${RUNS} visits, Chromium`,
      referenceMs: median(references),
      notes: [
        `Loading: the built page behind a line of 10 Mbit/s and ${LINE.roundTripMs} ms, for page and workers alike; requests are those begun before Play can be pressed; a request is in the wave after the last one that had arrived when it was begun. ${notes.join(' ')}`,
      ],
    };
  } finally {
    link.close();
  }
}

function figuresOf(lab: string, visits: readonly Visit[]): Figure[] {
  const seconds = visits.map((visit) => visit.seconds);
  const requests = median(visits.map(({ fetched }) => fetched.length));
  const waves = median(visits.map(({ fetched }) => wavesOf(fetched)));
  const shift = Math.max(...visits.map(({ layoutShift }) => layoutShift));
  return [
    {
      name: `${lab}: empty cache to Play`,
      atLeast: lower(2.2, '2.2 s'),
      aim: lower(1.5, '1.5 s'),
      value: median(seconds),
      measured: spread(seconds, 's', 2),
    },
    {
      name: `${lab}: requests until then`,
      atLeast: lower(25, '25'),
      aim: null,
      value: requests,
      measured: String(requests),
    },
    {
      name: `${lab}: waves of requests after the page itself`,
      atLeast: lower(2, '2'),
      aim: null,
      value: waves,
      measured: String(waves),
    },
    {
      name: `${lab}: layout shift while loading, the worst visit`,
      atLeast: lower(0.05, '.05'),
      aim: lower(0, '0'),
      value: shift,
      measured: shift.toFixed(3),
    },
  ];
}

/** One visit to each of the other labs. */
async function shiftOfAll(
  laboratory: Laboratory,
  address: string,
  notes: string[],
): Promise<Figure> {
  const shifts: { readonly lab: string; readonly shift: number }[] = [];
  for (const { id } of labs) {
    if (LABS.includes(id)) continue;
    const { layoutShift } = await visit(laboratory, `${address}#/${id}`, 1);
    shifts.push({ lab: id, shift: layoutShift });
  }
  const worst = Math.max(...shifts.map(({ shift }) => shift));
  const seen = shifts.filter(({ shift }) => shift >= LEAST_SHIFT);
  notes.push(
    `Layout shift of the other labs: ${seen.map(({ lab, shift }) => `${lab} ${shift.toFixed(3)}`).join(', ') || 'none'}.`,
  );
  return {
    name: 'other labs: layout shift while loading, the worst',
    atLeast: lower(0.05, '.05'),
    aim: lower(0, '0'),
    value: worst,
    measured: worst.toFixed(3),
  };
}

function slowFigure(lab: string, visits: readonly Visit[]): Figure {
  const seconds = visits.map((visit) => visit.seconds);
  return {
    name: `${lab}: the same with a main thread ${SLOWER} times slower`,
    atLeast: lower(5, '5 s'),
    aim: lower(3, '3 s'),
    value: median(seconds),
    measured: spread(seconds, 's', 2),
  };
}

function noteOf(lab: string, { fetched }: Visit): string {
  const worker = fetched.find(({ name }) => /^worker-/.test(name));
  const place = worker ? fetched.indexOf(worker) + 1 : 0;
  return `${lab}: the worker is asked for at ${((worker?.askedAt ?? Number.NaN) / 1000).toFixed(2)} s, request ${place} of ${fetched.length}.`;
}

/** How many requests had to arrive one after the other, the page itself left out. */
function wavesOf(fetched: readonly Fetched[]): number {
  const waves: number[] = [];
  for (const { askedAt } of fetched) {
    const before = waves.filter((_, i) => fetched[i].arrivedAt <= askedAt);
    waves.push(Math.max(-1, ...before) + 1);
  }
  return Math.max(...waves);
}

async function visitsTo(laboratory: Laboratory, address: string, slower: number): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS; run++) visits.push(await visit(laboratory, address, slower));
  return visits;
}

async function visit(laboratory: Laboratory, address: string, slower: number): Promise<Visit> {
  const page = await laboratory.newPage({ serviceWorkers: 'allow' });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.svaeBench.playableAt() !== null);
  await page.waitForTimeout(SETTLE_MS);
  const playableAt = (await page.evaluate(() => window.svaeBench.playableAt())) ?? Number.NaN;
  const layoutShift = await page.evaluate(() => window.svaeBench.layoutShift());
  const fetched = await fetchedBefore(page, playableAt);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const referenceMs = await page.evaluate(() => window.svaeBench.referenceMs());
  await laboratory.closePage();
  return { seconds: playableAt / 1000, fetched, layoutShift, referenceMs };
}

/** What page and workers had asked for by then, in that order; times since the page's navigation. */
async function fetchedBefore(page: Page, end: number): Promise<Fetched[]> {
  const lists = await Promise.all([
    page.evaluate(listFetched),
    ...page.workers().map((worker) => worker.evaluate(listFetched)),
  ]);
  const workers = await page.evaluate(() => [...window.svaeBench.workerScripts()]);
  const [{ origin }] = lists;
  return lists
    .flatMap(({ origin: own, fetched }) =>
      fetched.map(({ name, askedAt, arrivedAt }) => {
        // Workers of one script, "Auto" starts a second one, are listed in the order of their start.
        const at = workers.findIndex(({ address }) => basename(address) === name);
        const [worker] = at < 0 ? [] : workers.splice(at, 1);
        return {
          name,
          askedAt: worker?.askedAt ?? askedAt + own - origin,
          arrivedAt: arrivedAt + own - origin,
        };
      }),
    )
    .filter(({ askedAt }) => askedAt < end)
    .sort((a, b) => a.askedAt - b.askedAt);
}

/** In the page or a worker. */
function listFetched(): { readonly origin: number; readonly fetched: readonly Fetched[] } {
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  return {
    origin: performance.timeOrigin,
    fetched: entries.map(({ name, startTime, responseEnd }) => ({
      name: name.split('/').at(-1) ?? name,
      askedAt: startTime,
      arrivedAt: responseEnd,
    })),
  };
}
