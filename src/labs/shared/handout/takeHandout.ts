/** What a handout says of a lab's state, taken once: the lab may go on behind it. */
import { toSvgString } from '../../../plots/pen/exportPicture.ts';
import { changedValues } from '../../../settings/values.ts';
import { grouped } from '../../../settings/words.ts';
import type { LabController } from '../../../store/controller.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import { isShown } from '../../../ui/settings/settingsView.ts';
import { headlineOf, type Lab, objectiveOf } from '../../lab.ts';
import type { LabTexts } from '../explanation/labTexts.ts';
import { valueText } from '../runs/comparison.ts';

export interface HandoutPicture {
  readonly name: string;
  /** A whole SVG file. */
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
}

/** A name and what stands beside it. */
type Line = readonly [name: string, text: string];

export interface Handout extends Pick<LabTexts, 'formulas' | 'questions'> {
  readonly title: string;
  readonly pictures: readonly HandoutPicture[];
  /** Settings that differ from the defaults, then seed, steps and edits. */
  readonly settings: readonly Line[];
  /** Values of the objective and its parts, where they are known. */
  readonly figures: readonly Line[];
  /** The address of this state. */
  readonly href: string;
}

/** The state that is open. The page has to be drawn on a light ground, as paper is. */
export function takeHandout(
  lab: Lab,
  controller: LabController,
  { formulas, questions }: LabTexts,
  href: string,
): Handout {
  return {
    ...{ title: lab.title, formulas, questions, href },
    pictures: panelsInSight().map((panel) => ({
      name: panel.getAttribute('aria-label') ?? '',
      svg: toSvgString(panel),
      width: panel.getBoundingClientRect().width,
    })),
    settings: settingsIn(lab, controller),
    figures: figuresIn(lab, controller),
  };
}

/** The panels of the stage; of panels within panels the outer ones. */
function panelsInSight(): readonly HTMLElement[] {
  const panels = [
    ...document.querySelectorAll<HTMLElement>('[data-stage-part="stage"] section[data-stage-part]'),
  ];
  return panels.filter(
    (panel) =>
      panel.checkVisibility() && !panels.some((other) => other !== panel && other.contains(panel)),
  );
}

function settingsIn({ table }: Lab, controller: LabController): readonly Line[] {
  const { settings, seed, edits, ownData } = controller.document.getState();
  const changed = Object.entries(changedValues(table, settings)).filter(([name]) =>
    isShown(table, table.settings[name], settings),
  );
  return [
    ...changed.map(([name, value]): Line => {
      const setting = table.settings[name];
      return [setting.label, valueText(setting, value)];
    }),
    ...(ownData ? [['Own data', ownData.name] as const] : []),
    ['Seed', String(seed)],
    ['Steps', grouped(controller.run.getState().step)],
    ...(edits.length > 0 ? [['Edits by hand', String(edits.length)] as const] : []),
  ];
}

function figuresIn(lab: Lab, controller: LabController): readonly Line[] {
  const { settings } = controller.document.getState();
  const run = controller.run.getState();
  const { name, key = 'total', parts } = objectiveOf(lab, settings);
  const headline = headlineOf(lab, settings, run);
  const named = [
    ...(headline && headline.name !== name ? [[headline.name, headline.value] as const] : []),
    [name, run.objective?.[key] ?? null] as const,
    ...parts.map((part) => [part.name, run.objective?.[part.key] ?? null] as const),
  ];
  return named.flatMap(([of, value]): readonly Line[] =>
    value === null ? [] : [[of, formatFixed(value, 3)]],
  );
}
