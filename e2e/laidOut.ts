/** Whether the parts of a lab have their places, at every width of a window. */
import type { Locator, Page } from 'playwright/test';
import { expect } from './fixtures.ts';
import { boxOf } from './lab.ts';

/** Widths on both sides of every change of the layout, with heights of devices that have them. */
const SCREENS = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
  { width: 699, height: 900 },
  { width: 700, height: 1000 },
  { width: 768, height: 1024 },
  { width: 820, height: 1180 },
  { width: 862, height: 1180 },
  { width: 863, height: 1180 },
  { width: 999, height: 1180 },
  { width: 1000, height: 700 },
  { width: 1024, height: 768 },
  { width: 1199, height: 800 },
  { width: 1200, height: 720 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

/** Less shows nothing, pixels. */
const LEAST_PANEL = { width: 200, height: 64 };

/** Expects at all widths that the lab is laid out well; the window is left as it was. */
export async function expectLaidOutAtAllWidths(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    await expectLaidOut(page);
  }
  if (before) await page.setViewportSize(before);
}

/**
 * Expects that the page is as wide as the window, that the stage has the width which the columns
 * next to it leave, and that panels, and controls in the bar, neither overlap nor stick out.
 */
export async function expectLaidOut(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(faultsOfLayout, LEAST_PANEL), {
      message: `faults of the layout at ${page.viewportSize()?.width} pixels`,
    })
    .toEqual([]);
}

/** Expects that type in plots can be read from the back of a room: all of it at least this large. */
export async function expectLargeType(page: Page, pixels = 16): Promise<void> {
  const small = await page.evaluate(
    (least) =>
      [...document.querySelectorAll<SVGTextElement>('main .plot text')]
        .filter((text) => text.textContent !== '' && text.checkVisibility())
        .map((text) => ({
          text: text.textContent,
          size: Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
        }))
        .filter(({ size }) => size < least),
    pixels,
  );
  expect(small, `type smaller than ${pixels} pixels`).toEqual([]);
}

/**
 * Expects that a class sees the whole stage, and the graphical model where it is shown: nothing
 * scrolls, and no word is cut off or lies on another one.
 */
export async function expectAllInSight(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(faultsOfPresenting)).toEqual([]);
}

/** Runs in the page. Marks of one plot keep clear of each other by its own rules. */
function faultsOfPresenting(): string[] {
  const parts = [...document.querySelectorAll('main, aside[aria-label="Graphical model"]')];
  const faults = parts
    .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
    .map((part) => `${part.tagName} scrolls by ${part.scrollHeight - part.clientHeight}`);

  /** What is left of a box within all that cuts off what is outside of it. */
  const seenOf = (element: Element, box: DOMRect) => {
    let { left, top, right, bottom } = box;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      if (overflowX !== 'visible') {
        left = Math.max(left, frame.left);
        right = Math.min(right, frame.right);
      }
      if (overflowY !== 'visible') {
        top = Math.max(top, frame.top);
        bottom = Math.min(bottom, frame.bottom);
      }
    }
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };

  const words: { text: string; element: Element; box: ReturnType<typeof seenOf> }[] = [];
  for (const part of parts) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      // Formulas lay their letters on one another; screen readers alone read what is clipped away.
      if (!element || text === '' || element.closest('.katex, select, title, [role="status"]'))
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (getComputedStyle(element).clipPath !== 'none') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const isDrawn = element instanceof SVGElement;
      for (const line of isDrawn ? [element.getBoundingClientRect()] : range.getClientRects()) {
        const box = seenOf(element, line);
        if (box.width <= 1 || box.height <= 1) continue;
        // The boxes of lines are higher than their letters.
        if (line.width - box.width > 2 || line.height - box.height > 0.35 * line.height)
          faults.push(`"${text}" is cut off`);
        words.push({ text, element, box });
      }
    }
  }
  for (const [index, a] of words.entries())
    for (const b of words.slice(index + 1)) {
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      const drawing = a.element.closest('svg');
      if (drawing && drawing === b.element.closest('svg')) continue;
      const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (x > 2 && y > 0.4 * Math.min(a.box.height, b.box.height))
        faults.push(`"${a.text}" lies on "${b.text}"`);
    }
  return faults;
}

/** Expects of a slow motion that nothing lies on the formula of the frame shown. */
export async function expectFormulaIsClear(page: Page): Promise<void> {
  const covered = () =>
    page.evaluate(() => {
      const formula = document.querySelector('main .katex-html')?.getBoundingClientRect();
      if (!formula) return 'there is no formula';
      const others = [...document.querySelectorAll('main :is(svg, canvas, figcaption, p)')];
      return others
        .filter((other) => !other.closest('.katex') && other.checkVisibility())
        .filter((other) => {
          const box = other.getBoundingClientRect();
          return (
            Math.min(box.right, formula.right) - Math.max(box.left, formula.left) > 1 &&
            Math.min(box.bottom, formula.bottom) - Math.max(box.top, formula.top) > 1
          );
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80));
    });
  await expect.poll(covered).toEqual([]);
}

/** Expects that these are seen together below the bar, once scrolled to. */
export async function expectOnOneScreen(page: Page, ...parts: readonly Locator[]): Promise<void> {
  const bar = await boxOf(page.locator('header').first());
  const boxes = await Promise.all(parts.map(boxOf));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const screen = (page.viewportSize()?.height ?? 0) - bar.height;
  expect(bottom - top).toBeLessThanOrEqual(screen);
}

/** Runs in the page. */
function faultsOfLayout(least: { readonly width: number; readonly height: number }): string[] {
  const faults: string[] = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} wide`);

  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility())
      .map((element) => ({
        element,
        box: element.getBoundingClientRect(),
        name: element.getAttribute('aria-label') ?? element.textContent ?? '',
      }));
  const overlap = (a: DOMRect, b: DOMRect) => ({
    x: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  });

  const [stage] = boxes('main');
  const beside = boxes('aside').filter(({ box }) => overlap(box, stage.box).y > 1);
  const free = beside.reduce((width, { box }) => width - box.width, clientWidth);
  if (Math.abs(stage.box.width - free) > 1)
    faults.push(`the stage is ${stage.box.width} wide, ${free} are free`);
  if (free < Math.min(clientWidth, 640)) faults.push(`only ${free} are left for the stage`);

  for (const selector of [
    'section[data-stage-part]',
    'header :is(a, h1, button, select, input, dl > div)',
  ]) {
    const all = boxes(selector);
    for (const [index, { element, box, name }] of all.entries()) {
      if (box.left < 0 || box.right > clientWidth) faults.push(`${name} sticks out`);
      for (const other of all.slice(index + 1)) {
        if (element.contains(other.element)) continue;
        const { x, y } = overlap(box, other.box);
        if (x > 1 && y > 1) faults.push(`${name} overlaps ${other.name}`);
      }
    }
  }
  const panels = boxes('section[data-stage-part]');
  if (panels.length === 0) faults.push('there are no panels');
  for (const { box, name } of panels)
    if (box.width < least.width || box.height < least.height)
      faults.push(`${name} is ${box.width} by ${box.height}`);
  return faults;
}
