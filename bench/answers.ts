/** From a move of the pointer to the painted picture that answers it, in any lab. */
import type { Page } from 'playwright';
import { DRAG } from './config.ts';
import type { AnswerLatency } from './page/answerWatch.ts';
import { median } from './statistics.ts';

/** Moves per second of a hand on an ordinary mouse are more than the display shows. */
export const MOVE_EVERY_MS = 8;
const LONGEST_ANSWER_MS = 5000;
/** Of the keys pressed, those that may lead to no picture. */
const MOST_MISSED = 0.1;
/** The first moves only tell a drag from a click. */
const FIRST_MOVE_PIXELS = 10;

/**
 * Drags what has this name on the stage in circles; what moves along one axis alone to and fro, as
 * at the ends of a circle it would rest, and nothing would be asked for.
 *
 * @param part of the handle by which it is taken, a CSS selector
 */
export async function dragAndWatch(
  page: Page,
  handle: string,
  part?: string,
): Promise<readonly AnswerLatency[]> {
  const named = (role: 'button' | 'slider') =>
    page.getByRole('main').getByRole(role, { name: handle, exact: true });
  const mark = named('slider').or(named('button'));
  await mark.scrollIntoViewIfNeeded();
  const box = await (part === undefined ? mark : mark.locator(part)).boundingBox();
  if (!box) throw new Error(`"${handle}" is not on the screen.`);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;

  const along = await mark.getAttribute('data-along');
  const { mouse } = page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + FIRST_MOVE_PIXELS, y, { steps: 3 });
  await page.waitForTimeout(300);
  const [worker] = page.workers();
  await worker.evaluate(countRequests);
  await page.evaluate(() => window.svaeBench.watchAnswers());
  for (let move = 0; move < DRAG.moves; move++) {
    const [right, down] = placeAt((DRAG.turns * move) / DRAG.moves, along);
    await Promise.all([
      mouse.move(x + DRAG.radiusPixels * right, y + DRAG.radiusPixels * down),
      page.waitForTimeout(MOVE_EVERY_MS),
    ]);
  }
  await page.waitForTimeout(500);
  const latencies = await page.evaluate(() => window.svaeBench.answerLatencies());
  await mouse.up();
  if (latencies.length < DRAG.moves / 2) {
    throw new Error(
      `Only ${latencies.length} of ${DRAG.moves} moves of "${handle}" led to a picture.`,
    );
  }
  return latencies;
}

/**
 * Where a hand is after so many turns, in radii: on a circle, or to and fro on a line. A line as long as
 * the circle is wide would end beyond what some marks can be moved to, where no move has a picture.
 */
function placeAt(turns: number, along: string | null): readonly [number, number] {
  const angle = 2 * Math.PI * turns;
  if (along !== 'x' && along !== 'y') return [Math.cos(angle) - 1, Math.sin(angle)];
  const way = -2 * Math.abs((turns % 1) - Math.round(turns % 1));
  return along === 'x' ? [way, 0] : [0, way];
}

const nothingAfter = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), milliseconds).unref());

/** Of the median: where the time went. */
export function partsInWords(latencies: readonly AnswerLatency[]): string {
  const part = (name: keyof AnswerLatency) => median(latencies.map((one) => one[name])).toFixed(1);
  return `${part('sending')} ms until the request was sent, ${part('answering')} until a frame with it came back, ${part('painting')} until it was painted`;
}

/**
 * Presses keys one after the other, and waits for the picture of each.
 *
 * @param isStep each press takes a training step: frames before it do not count
 */
export async function pressAndWatch(
  page: Page,
  keys: readonly string[],
  { isStep = false, pauseMs = 30 }: { readonly isStep?: boolean; readonly pauseMs?: number } = {},
): Promise<number[]> {
  const latencies: number[] = [];
  let missed = 0;
  for (const key of keys) {
    const painted = page.evaluate((step) => {
      const { lastFrame, paintedAtStep } = window.svaeBench;
      return paintedAtStep(step ? (lastFrame()?.step ?? 0) + 1 : 0);
    }, isStep);
    await page.keyboard.press(key);
    const paintedAt = await Promise.race([painted, nothingAfter(LONGEST_ANSWER_MS)]);
    const pressedAt = await page.evaluate(() => window.svaeBench.pressedAt());
    if (pressedAt === null) throw new Error('The key did not reach the page.');
    if (paintedAt !== null) latencies.push(paintedAt - pressedAt);
    else if (++missed > MOST_MISSED * keys.length)
      throw new Error(`${missed} keys, ${key} the last, led to no picture in time.`);
    await page.waitForTimeout(pauseMs);
  }
  return latencies;
}

/** There and back, so that no end is reached. */
export const thereAndBack = (
  keys: readonly [string, string],
  presses: number,
  inARow = 5,
): string[] => Array.from({ length: presses }, (_, press) => keys[Math.floor(press / inARow) % 2]);

/**
 * In the worker, while nothing is asked of it: notes in each frame from now on how many requests had
 * been taken when it was made. A request counts from when its message is first read: a listener of
 * its own would hear of it only after the session has answered with a frame.
 */
function countRequests(): void {
  const worker = self as typeof self & { requestsRead?: { count: number } };
  const isCounting = worker.requestsRead !== undefined;
  const requests = { count: 0 };
  worker.requestsRead ??= requests;
  worker.requestsRead.count = 0;
  // A second count would wrap the first one, whose older number would reach the page.
  if (isCounting) return;
  const read = new WeakSet<MessageEvent>();
  const message = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    ...message,
    get(this: MessageEvent) {
      const data = message?.get?.call(this);
      if (data?.path?.[0] === 'follow' && !read.has(this)) {
        read.add(this);
        requests.count += 1;
      }
      return data;
    },
  });
  const post = self.postMessage.bind(self) as (message: unknown, transfer?: Transferable[]) => void;
  Object.assign(self, {
    postMessage(message: { value?: { snapshot?: unknown } }, transfer?: Transferable[]) {
      if (message.value?.snapshot) Object.assign(message.value, { requests: requests.count });
      post(message, transfer);
    },
  });
}
