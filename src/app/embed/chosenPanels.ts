/** Some panels of a stage instead of all: any lab's, by the names that its panels have on the page. */
import { MAIN_ID } from '../usePageFocus.ts';

const STAGE = `#${MAIN_ID} [data-stage-part="stage"]`;

const panelNamed = (name: string): string => `[data-stage-part="${name}"]`;

/**
 * Styles that take everything else off the stage, and give the chosen panels, in their order, a layout
 * of their own: that of the lab holds places for all. The selectors have an id, so that they win
 * against the lab's own at every width.
 *
 * @param names as links spell them, letters, digits, hyphens
 */
export function chosenPanelsCss(names: readonly string[]): string {
  const chosen = names.map(panelNamed).join(', ');
  return [
    `#${MAIN_ID} :has(> ${STAGE.split(' ')[1]}) { container-type: inline-size; height: auto; min-height: 0; }`,
    `${STAGE} { display: grid; grid-template: none; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); grid-auto-rows: max-content; gap: var(--space-4); height: auto; min-height: 0; }`,
    `${STAGE} :has(${chosen}) { display: contents; }`,
    `${STAGE} :not(:is(${chosen}), :is(${chosen}) *, :has(${chosen})) { display: none; }`,
    `${STAGE} :is(${chosen}) { position: relative; grid-area: auto; height: auto; min-height: 0; max-height: none; }`,
    // A chart takes the height it is given, and so does a strip of steps, which wants the whole width. A
    // square has a height of its own.
    `${STAGE} :is(${chosen}):not(:has(.square-plot)) { height: 19rem; }`,
    `${STAGE} :is(${chosen}):has(.image-strip, .state-ribbon) { grid-column: 1 / -1; height: 11rem; }`,
    `${STAGE} :is(${chosen}):has(.square-plot) { justify-self: center; width: 100%; max-width: 30rem; }`,
    `${STAGE} :is(${chosen}) > header { flex-wrap: wrap; height: auto; min-height: 1.75rem; }`,
    ...names.map((name, order) => `${STAGE} ${panelNamed(name)} { order: ${order}; }`),
  ].join('\n');
}

/** Styles that leave panels out; their places stay until `closeGaps` has measured them. */
export const leftOutCss = (names: readonly string[]): string =>
  names.map((name) => `${STAGE} ${panelNamed(name)} { visibility: hidden; }`).join('\n');

export interface PanelName {
  /** In links. */
  readonly name: string;
  /** For people. */
  readonly label: string;
}

/** The panels that are on the stage now. */
export function panelsOn(page: ParentNode): readonly PanelName[] {
  const panels = page.querySelectorAll<HTMLElement>(`${STAGE} section[data-stage-part]`);
  const names = new Map<string, string>();
  for (const { dataset, ariaLabel } of panels) {
    names.set(dataset.stagePart ?? '', ariaLabel ?? '');
  }
  return [...names].map(([name, label]) => ({ name, label }));
}

export function missingPanels(names: readonly string[]): readonly string[] {
  const there = panelsOn(document);
  return names.filter((wanted) => !there.some(({ name }) => name === wanted));
}
