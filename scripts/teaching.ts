/** What a shipped model must be able to show, beyond having learned well. */
import type { AnyEngine, Engine } from '../src/labs/engine.ts';
import type { SvaeLdsEdit } from '../src/labs/svaeLds/edits.ts';
import type {
  SvaeLdsInspection,
  SvaeLdsQuery,
  SvaeLdsSnapshot,
} from '../src/labs/svaeLds/snapshot.ts';

type LdsEngine = Engine<SvaeLdsEdit, SvaeLdsSnapshot, SvaeLdsQuery, SvaeLdsInspection>;

/** Figure 6.9 and a challenge ask for 15 % of the period; it should not be necessary to hit it exactly. */
const CLEARLY = 0.2;
const COLUMN_FACTORS = [0.8, 1.2];
const STABLE = 1.01;

const checks: Readonly<Record<string, (engine: AnyEngine) => boolean>> = {
  'svae-lds': (engine) => hasColumnThatMatters(engine as LdsEngine),
};

export function teaches(lab: string, engine: AnyEngine): boolean {
  return checks[lab]?.(engine) ?? true;
}

/** Whether one column, scaled a little, changes the period a lot and leaves the system stable. */
function hasColumnThatMatters(engine: LdsEngine): boolean {
  const { period: learned, latentDimension } = engine.snapshot().snapshot;
  if (learned === null) return false;
  return Array.from({ length: latentDimension }, (_, column) => column).some((column) => {
    const scan = engine.inspect?.({ kind: 'columnScan', column, factors: COLUMN_FACTORS });
    if (scan?.kind !== 'columnScan') return false;
    return scan.points.some(
      ({ period, spectralRadius }) =>
        period !== null && spectralRadius < STABLE && Math.abs(period / learned - 1) > CLEARLY,
    );
  });
}
