/** Which runs of an SVAE-LDS start from their data. */
import { isDots } from '../../datasets/movingDots.ts';
import { shippedSeries } from '../../datasets/series/shippedSeries.ts';
import type { SettingValue } from '../../settings/settingsTable.ts';
import type { SvaeLdsSettings } from './settings.ts';

/** Whether the run starts from its data: always, never, or where a random start is often too faint. */
export function startsFromData(settings: SvaeLdsSettings): boolean {
  const { start, activation } = settings;
  if (start !== 'auto') return start === 'data';
  return isFaint(settings) || activation !== 'tanh';
}

/** Whether such a start takes the period of the data and limits of the decoder's variance from them. */
export const startsWithPeriod = (settings: SvaeLdsSettings): boolean =>
  startsFromData(settings) && settings.startTakes === 'period';

/** Whether a signal is measured: it cannot be fed at another speed. */
export const hasOneSpeed = (signal: string): boolean => !isDots(signal);

/** Whether latents of a random start hardly move. */
export const isFaint = ({
  hiddenLayers,
  signal,
}: Pick<SvaeLdsSettings, 'hiddenLayers' | 'signal'>): boolean =>
  hiddenLayers > 1 || hasOneSpeed(signal);

/**
 * Links and files from before there was a choice started plainly, and keep the prior they had; those from
 * before a start took the period, and before there were delays, have neither. Series that came with the page
 * were scaled with room for the rows held out.
 */
export function startBefore(
  values: Readonly<Record<string, SettingValue>>,
): Readonly<Record<string, SettingValue>> {
  const settings = values as SvaeLdsSettings;
  const wasPlain = startsFromData({ ...settings, start: 'auto' });
  return {
    ...(wasPlain && { start: 'plain' }),
    ...((wasPlain || startsFromData(settings)) && { startTakes: 'variance' }),
    ...(settings.signal === 'own' && { delays: 'none' }),
    ...(shippedSeries(settings.signal) && { roomFor: 'all' }),
  };
}
