import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from 'playwright/test';

interface Fixtures {
  /**
   * Whether this is a first visit, which measures backends: a second for each test. Otherwise the
   * browser has been here before.
   */
  isFirstVisit: boolean;
  /**
   * Errors the test provokes: console messages and uncaught errors that match one of these do not
   * fail it. Push to it before the error occurs.
   */
  allowedErrors: RegExp[];
  /** Fails the test at its end if the page reported an error or reached out to another host. */
  pageGuard: undefined;
}

/** Playwright's `test`, guarded against errors nobody looked for. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs.
  allowedErrors: async ({}, use) => use([]),

  isFirstVisit: [false, { option: true }],

  // Not as `storageState`, which opens a page of its own for every test.
  context: async ({ context, isFirstVisit }, use) => {
    if (!isFirstVisit) await context.addInitScript(rememberFastestBackend);
    await use(context);
  },

  pageGuard: [
    async ({ context, baseURL, allowedErrors }, use) => {
      const problems: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') {
          problems.push(`console.error: ${message.text()} (${message.location().url})`);
        }
      });
      context.on('weberror', (error) => {
        problems.push(`uncaught: ${error.error().stack ?? error.error().message}`);
      });
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        const own = origin === new URL(baseURL ?? '').origin;
        if (!own && !['data:', 'blob:'].includes(protocol)) {
          problems.push(`request to another host: ${request.url()}`);
        }
      });
      await use(undefined);
      const unexpected = problems.filter(
        (problem) => !allowedErrors.some((pattern) => pattern.test(problem)),
      );
      expect(unexpected, 'errors the page reported').toEqual([]);
    },
    { auto: true },
  ],
});

let shared: { readonly context: BrowserContext; readonly page: Page } | undefined;

async function sharedPage(browser: Browser) {
  const context = await browser.newContext();
  await context.addInitScript(rememberFastestBackend);
  return { context, page: await context.newPage() };
}

/**
 * The same for tests that go on in one page, as a person who looks at one lab after the other: to
 * load the app again for each takes seconds. After a test that failed the next one has a new page.
 */
export const testInOnePage = test.extend({
  context: async ({ browser }, use) => {
    shared ??= await sharedPage(browser);
    await use(shared.context);
  },
  page: async ({ browser }, use) => {
    shared ??= await sharedPage(browser);
    await use(shared.page);
  },
});

export { expect };

/**
 * Expects that axe finds nothing wrong with the page as it is now, or with a part of it, in light
 * and in dark.
 *
 * @param part what has changed since the page was looked at. The whole takes a second.
 */
export async function expectAccessible(page: Page, part?: Locator): Promise<void> {
  await part?.evaluate((element) => element.setAttribute('data-axe', ''));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(endTransitions);
    const findings = await findingsOfAxe(page, colorScheme, part && '[data-axe]');
    expect(findings, `what axe found in the ${colorScheme} theme`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await part?.evaluate((element) => element.removeAttribute('data-axe'));
}

/** Runs in the page: a button that has just been enabled has its colours at once. */
function endTransitions(): void {
  for (const animation of document.getAnimations())
    if (animation instanceof CSSTransition) animation.finish();
}

/**
 * Themes differ in colours alone, so of the dark one only those are looked at. Describing every
 * element that passes costs axe more than looking for what does not, and its usual mode opens a
 * second page for each report: neither is asked for. There are no frames here, and no styles from
 * other hosts to be loaded first.
 */
async function findingsOfAxe(
  page: Page,
  theme: 'light' | 'dark',
  selector: string | undefined,
): Promise<readonly string[]> {
  // Its source is half a megabyte: sent to each document once.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0;' }) })
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode();
  if (selector !== undefined) axe.include(selector);
  if (theme === 'dark') axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}\n${node.failureSummary}`),
  );
}

/**
 * Writes a picture of the visible page, for people to look at, if they ask for pictures
 * (`SVAE_LAB_SCREENSHOTS=1`): `test-results/screenshots/`.
 */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (!process.env.SVAE_LAB_SCREENSHOTS) return;
  await page.screenshot({ path: `test-results/screenshots/${name}.png`, animations: 'disabled' });
}

/** Runs in the page. */
function rememberFastestBackend(): void {
  if (location.origin === 'null') return;
  localStorage.setItem('svae-lab.fastest-backend', `wasm ${Date.now()}`);
}
