/**
 * The places of panels that are left out, taken by their neighbours. Each stage has a grid of its own
 * for each size of window, so this goes by where things are: the cells of what is left out go to the
 * panels along one of its sides, and a row or column without any panel is closed.
 */

const PANEL = 'section[data-stage-part]';
/** Pixels; less is rounding. */
const CLOSE = 1.5;

/** Of the lines between tracks: from the first cell to the one after the last. */
interface Cells {
  readonly row: readonly [number, number];
  readonly column: readonly [number, number];
}

interface Item {
  readonly element: HTMLElement;
  readonly box: DOMRect;
  cells: Cells;
  readonly isLeftOut: boolean;
  readonly isPanel: boolean;
}

/** Puts values into `style` attributes, and takes all of them back. */
class Overrides {
  private readonly before = new Map<HTMLElement, string | null>();

  set(element: HTMLElement, values: Readonly<Record<string, string>>): void {
    if (!this.before.has(element)) this.before.set(element, element.getAttribute('style'));
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
  }

  undo(): void {
    for (const [element, style] of this.before)
      if (style === null) element.removeAttribute('style');
      else element.setAttribute('style', style);
    this.before.clear();
  }
}

/**
 * Closes the gaps of panels that are hidden on the stage, now and whenever its size or its panels
 * change. Returns what gives all places back.
 *
 * @param isLeftOut of a panel of the stage
 */
export function closeGaps(main: HTMLElement, isLeftOut: (panel: HTMLElement) => boolean) {
  const overrides = new Overrides();
  let known = '';
  const close = () => {
    overrides.undo();
    const stage = main.querySelector<HTMLElement>('[data-stage-part="stage"]');
    if (stage) closeIn(stage, isLeftOut, overrides);
  };
  const closeIfChanged = () => {
    const panels = [...main.querySelectorAll<HTMLElement>(PANEL)];
    const state = [main.clientWidth, window.innerHeight, ...panels.map(idOf)].join();
    if (state === known) return;
    known = state;
    close();
  };
  const resized = new ResizeObserver(closeIfChanged);
  resized.observe(main);
  const changed = new MutationObserver(closeIfChanged);
  changed.observe(main, { childList: true, subtree: true });
  closeIfChanged();
  return () => {
    resized.disconnect();
    changed.disconnect();
    overrides.undo();
  };
}

const ids = new WeakMap<Element, number>();
let count = 0;

/** Tells elements apart: one that is mounted again is another. */
function idOf(element: Element): number {
  const id = ids.get(element) ?? ++count;
  ids.set(element, id);
  return id;
}

function closeIn(
  stage: HTMLElement,
  isLeftOut: (panel: HTMLElement) => boolean,
  overrides: Overrides,
): void {
  const panels = [...stage.querySelectorAll<HTMLElement>(PANEL)].filter(isLeftOut);
  const leftOut = new Set(panels.map((panel) => placeOf(panel, stage, isLeftOut)));
  const grids = new Set(
    [...leftOut].map((place) => boxAround(place)).filter((box) => styleOf(box).display === 'grid'),
  );
  // All are measured before anything changes; then the inner ones come first.
  const measured = [...grids].map((grid) => measure(grid, leftOut)).reverse();
  for (const place of leftOut) overrides.set(place, { display: 'none' });
  for (const its of measured) if (its) fill(its, overrides);
}

/** The outermost box that shows nothing but what is left out. */
function placeOf(
  panel: HTMLElement,
  stage: HTMLElement,
  isLeftOut: (panel: HTMLElement) => boolean,
): HTMLElement {
  const shows = (element: Element): boolean =>
    element instanceof HTMLElement &&
    // Without a box of its own it is not visible, but what it holds may be.
    (element.checkVisibility() || styleOf(element).display === 'contents') &&
    !(element.matches(PANEL) && isLeftOut(element)) &&
    (element.querySelector(PANEL) === null || [...element.children].some(shows));
  let place = panel;
  for (
    let around = place.parentElement;
    around && around !== stage;
    around = around.parentElement
  ) {
    if ([...around.children].some(shows)) break;
    if (styleOf(around).display !== 'contents') place = around;
  }
  return place;
}

const styleOf = (element: Element) => getComputedStyle(element);

/** The box that an element is laid out in. */
function boxAround(element: HTMLElement): HTMLElement {
  let around = element.parentElement as HTMLElement;
  while (styleOf(around).display === 'contents') around = around.parentElement as HTMLElement;
  return around;
}

interface Measured {
  readonly grid: HTMLElement;
  readonly height: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly items: readonly Item[];
}

function measure(grid: HTMLElement, leftOut: ReadonlySet<HTMLElement>): Measured | null {
  const style = styleOf(grid);
  const rows = tracksOf(style.gridTemplateRows);
  const columns = tracksOf(style.gridTemplateColumns);
  if (rows.length === 0 || columns.length === 0) return null;
  const { left, top, height } = grid.getBoundingClientRect();
  const scrolled = { left: left + pixels(style.paddingLeft), top: top + pixels(style.paddingTop) };
  const across = edgesOf(columns, pixels(style.columnGap), scrolled.left);
  const down = edgesOf(rows, pixels(style.rowGap), scrolled.top);
  const items = childrenOf(grid).map((element): Item => {
    const isSticky = styleOf(element).position === 'sticky';
    if (isSticky) element.style.position = 'static';
    const box = element.getBoundingClientRect();
    if (isSticky) element.style.position = '';
    return {
      ...{ element, box, isLeftOut: leftOut.has(element) },
      cells: {
        row: cellsOf(down, box.top, box.bottom),
        column: cellsOf(across, box.left, box.right),
      },
      isPanel: element.matches(PANEL) || element.querySelector(PANEL) !== null,
    };
  });
  return { grid, height, rows, columns, items };
}

const pixels = (text: string): number => Number.parseFloat(text) || 0;

const tracksOf = (template: string): readonly number[] =>
  template
    .split(' ')
    .filter((track) => track.endsWith('px'))
    .map(Number.parseFloat);

/** Start and end of each track on the screen. */
function edgesOf(tracks: readonly number[], gap: number, from: number) {
  let at = from;
  return tracks.map((size) => {
    const edges = { start: at, end: at + size };
    at += size + gap;
    return edges;
  });
}

function cellsOf(
  tracks: ReturnType<typeof edgesOf>,
  from: number,
  to: number,
): readonly [number, number] {
  const first = tracks.findLastIndex(({ start }) => start <= from + CLOSE);
  const last = tracks.findIndex(({ end }) => end >= to - CLOSE);
  return [Math.max(0, first), (last < 0 ? tracks.length - 1 : Math.max(first, last)) + 1];
}

/** What a grid lays out. */
const childrenOf = (grid: HTMLElement): readonly HTMLElement[] =>
  [...grid.children].flatMap((child) => {
    if (!(child instanceof HTMLElement)) return [];
    const { display, position } = styleOf(child);
    if (display === 'contents') return childrenOf(child);
    return display === 'none' || position === 'absolute' || position === 'fixed' ? [] : [child];
  });

function fill(measured: Measured, overrides: Overrides): void {
  const { items } = measured;
  const shown = items.filter(({ isLeftOut }) => !isLeftOut);
  const larger = new Map<Item, number>();
  for (const gap of items.filter(({ isLeftOut }) => isLeftOut)) {
    const takers = takersOf(gap, shown);
    for (const { item, cells } of takers) {
      const more = cells.row === item.cells.row ? 0 : heightOf(gap, measured);
      larger.set(item, (larger.get(item) ?? item.box.height) + more);
      item.cells = cells;
    }
  }
  // Without those that are left out, places that are not given would be others.
  for (const { element, cells } of shown) overrides.set(element, { 'grid-area': areaOf(cells) });
  for (const [{ element }, height] of larger) {
    overrides.set(element, { height: 'auto', 'min-height': `${height}px`, 'max-height': 'none' });
    fillWithPlanes(element, overrides);
  }
  closeTracks(measured, shown, overrides);
}

const areaOf = ({ row, column }: Cells): string =>
  `${row[0] + 1} / ${column[0] + 1} / ${row[1] + 1} / ${column[1] + 1}`;

/** Of a gap with the space next to it, in pixels. */
function heightOf({ cells: { row } }: Item, { rows, grid }: Measured): number {
  const gap = pixels(styleOf(grid).rowGap);
  return rows.slice(row[0], row[1]).reduce((sum, size) => sum + size + gap, 0);
}

interface Taker {
  readonly item: Item;
  readonly cells: Cells;
}

/** The panels along one side of a gap that lie within it and fill that side, and their new cells. */
function takersOf(gap: Item, shown: readonly Item[]): readonly Taker[] {
  for (const [along, across] of [
    ['row', 'column'],
    ['column', 'row'],
  ] as const)
    for (const side of [0, 1] as const) {
      const [from, to] = gap.cells[along];
      const beside = shown.filter(
        ({ isPanel, cells }) =>
          isPanel &&
          cells[across][1 - side] === gap.cells[across][side] &&
          cells[along][0] >= from &&
          cells[along][1] <= to,
      );
      const filled = new Set(
        beside.flatMap(({ cells }) => range(cells[along][0], cells[along][1])),
      );
      if (filled.size < to - from) continue;
      return beside.map((item) => {
        const ends = [...item.cells[across]] as [number, number];
        ends[1 - side] = gap.cells[across][1 - side];
        return { item, cells: { ...item.cells, [across]: ends } };
      });
    }
  return [];
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** Rows and columns that nothing covers any more; the others share what they had. */
function closeTracks(
  { grid, height, rows, columns }: Measured,
  shown: readonly Item[],
  overrides: Overrides,
) {
  for (const [along, tracks, property] of [
    ['row', rows, 'grid-template-rows'],
    ['column', columns, 'grid-template-columns'],
  ] as const) {
    const covering = (track: number) =>
      shown.filter(({ cells }) => cells[along][0] <= track && track < cells[along][1]);
    if (tracks.every((_, track) => covering(track).length > 0)) continue;
    const template = (isFitted: boolean) =>
      tracks
        .map((size, track) => {
          const those = covering(track);
          if (those.length === 0) return '0px';
          return isFitted && those.some(({ isPanel }) => isPanel)
            ? `minmax(0, ${size}fr)`
            : `${size}px`;
        })
        .join(' ');
    overrides.set(grid, { [property]: template(along === 'column') });
    // A grid that keeps its height is one that fills the window.
    if (along === 'row' && Math.abs(grid.getBoundingClientRect().height - height) < CLOSE) {
      overrides.set(grid, { [property]: template(true) });
      for (const { element } of shown) fillWithPlanes(element, overrides);
    }
  }
}

/** A plane that is not square shows more, and takes all of its place. */
function fillWithPlanes(place: HTMLElement, overrides: Overrides): void {
  for (const square of place.querySelectorAll<HTMLElement>('.square-plot'))
    overrides.set(square, { height: '100%', 'aspect-ratio': 'auto' });
}
