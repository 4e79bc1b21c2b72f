/** Which runs of an SVAE-LDS start from their data. */
import type { SettingValue } from '../../settings/settingsTable.ts';
import type { SvaeLdsSettings } from './settings.ts';

/** Whether the run starts from its data: always, never, or where a random start is often too faint. */
export function startsFromData(settings: SvaeLdsSettings): boolean {
  const { start, activation } = settings;
  if (start !== 'auto') return start === 'data';
  return isFaint(settings) || activation !== 'tanh';
}

/** Whether latents of a random start hardly move. */
export const isFaint = ({
  hiddenLayers,
  signal,
}: Pick<SvaeLdsSettings, 'hiddenLayers' | 'signal'>): boolean =>
  hiddenLayers > 1 || signal === 'own';

/** Links and files from before there was a choice started plainly, and keep the prior they had. */
export const startBefore = (
  values: Readonly<Record<string, SettingValue>>,
): Readonly<Record<string, SettingValue>> =>
  startsFromData({ ...(values as SvaeLdsSettings), start: 'auto' }) ? { start: 'plain' } : {};
