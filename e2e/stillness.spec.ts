/** Nothing on the page moves by itself: not as a lab arrives, not in training, not when notices come and go. */
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { boxOf, message, openLink, script } from './lab.ts';

/** Less are numbers that gain a digit to their left. */
const LEAST_SHIFT = 0.001;

/** Layout shifts since the page was loaded or was last asked for them: how large, and of what. */
function shiftsIn(page: Page, atLeast = LEAST_SHIFT): Promise<readonly string[]> {
  return page.evaluate(async (least) => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const seen = await new Promise<readonly PerformanceEntry[]>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve([]), 500);
    });
    const known = window as { shiftsUntil?: number };
    const from = known.shiftsUntil ?? 0;
    known.shiftsUntil = performance.now();
    return (seen as readonly Shift[])
      .filter(({ startTime, value }) => startTime >= from && value >= least)
      .map(({ value, sources }) => {
        const moved = sources.map(({ node }) =>
          (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 80),
        );
        return `${value.toFixed(4)}: ${moved.join(', ')}`;
      });
  }, atLeast);
}

test('topics keep the places of what comes late, at every width', async ({ page }) => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 820, height: 1180 },
    { width: 390, height: 844 },
  ])
    await test.step(`${viewport.width} by ${viewport.height}`, async () => {
      await page.setViewportSize(viewport);
      await page.goto('about:blank');
      await openLink(page, '#/topics');
      await expect(page.getByRole('slider', { name: /^Prior of shares|α/ }).first()).toBeVisible();
      await expect(page.getByRole('list', { name: 'Shares' })).toBeVisible();
      expect(await shiftsIn(page)).toEqual([]);
    });
});

test('the comparison trains: figures that come, or gain a digit, move nothing', async ({
  page,
}) => {
  await openLink(page, '#/compare');
  await expect(page.getByRole('table')).toBeVisible();
  await page.waitForTimeout(1000);
  await shiftsIn(page);
  await script(page, 'play', 'full');
  await page.waitForTimeout(3000);
  await script(page, 'pause');
  await page.waitForTimeout(1000);
  expect(await shiftsIn(page, 0.0001)).toEqual([]);
});

test('the SVAE-LDS trains and notices go: nothing moves', async ({ page }) => {
  await openLink(page, '#/svae-lds?bogus=1');
  const first = message(page, 'There is no setting "bogus".');
  await expect(first).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['nothing'], 'damaged.zip'));
    const options = { dataTransfer, bubbles: true, cancelable: true };
    document.querySelector('h1')?.dispatchEvent(new DragEvent('drop', options));
  });
  const second = message(page, 'damaged.zip was not opened');
  await expect(second).toBeVisible();
  // The older one is pushed up by a transform.
  const gap = async () => {
    const [above, below] = [await boxOf(first), await boxOf(second)];
    return below.y - above.y - above.height;
  };
  await expect.poll(gap).toBeGreaterThan(0);

  await shiftsIn(page);
  await script(page, 'play', 'full');
  // A script presses: what follows a person's press within half a second would not count as a shift.
  await second.evaluate((text) =>
    text.closest('[role="dialog"]')?.querySelector<HTMLElement>('[aria-label="Dismiss"]')?.click(),
  );
  await expect(second).toBeHidden();
  await page.waitForTimeout(1000);
  await script(page, 'pause');
  const { y, height } = await boxOf(first);
  expect(y + height).toBeGreaterThan(630);
  expect(await shiftsIn(page)).toEqual([]);
});
