import { memo } from 'react';
import { useController, useDocument, usePointedAt, useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { NumberEntry } from '../../../../ui/NumberEntry.tsx';
import type { Dataset } from '../../../engine.ts';
import { RowEntry } from '../../../shared/stage/RowEntry.tsx';
import { StageStrip } from '../../../shared/stage/StageStrip.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { vae } from '../../lab.ts';
import { vaeLayers } from '../../layers.ts';
import { vaeTable } from '../../settings.ts';
import type { VaeSnapshot } from '../../snapshot.ts';
import { useDecodedProbe, useProbeDecoding } from '../probe.ts';
import { datumInWords, probeInWords } from './inWords.ts';
import styles from './ProbeStrip.module.css';

const MOST_DRAWS = vaeTable.settings.sampleDraw.max;

/** The selection: a datum, chosen in a plot or by its number, the probe, and the samples. */
export const ProbeStrip = memo(function ProbeStrip() {
  const controller = useController();
  useProbeDecoding();
  const probe = useDecodedProbe();
  const { samples } = useLayers(vaeLayers).shown;
  const { snapshot, isWanting } = useDrawn(vae);
  const dataset = useRun((state) => state.dataset);
  const row = usePointedAt('row');
  const count = useDocument(({ settings }) => Number(settings.samples));
  const draw = useDocument(({ settings }) => Number(settings.sampleDraw));
  return (
    <StageStrip aria-label="Probe">
      <div className={styles.datum}>
        <span className={styles.choice}>
          <span aria-hidden="true">Observation</span>
          <RowEntry label="Observation" row={row} disabled={snapshot === null} />
        </span>
        <Facts
          text={
            isWanting ? 'This appears here when there are points.' : words(snapshot, dataset, row)
          }
        />
      </div>
      <div className={styles.probe}>
        <span className={styles.name}>Probe</span>
        <Facts text={snapshot && probe && dataset ? probeInWords(probe, dataset) : ''} />
      </div>
      <div className={styles.samples}>
        <span aria-hidden="true">Samples</span>
        <NumberEntry
          label="Samples of the prior"
          value={count}
          range={vaeTable.settings.samples}
          digits={4}
          disabled={!samples}
          onCommit={(value) => void controller.changeSettings({ samples: value })}
        />
        <Button
          size="small"
          disabled={!samples}
          tooltip={samples ? 'Other latents from the same prior' : 'Show samples first: a layer'}
          onClick={() => void controller.changeSettings({ sampleDraw: 1 + (draw % MOST_DRAWS) })}
        >
          Draw again
        </Button>
      </div>
    </StageStrip>
  );
});

const Facts = ({ text }: { readonly text: string }) => (
  <p className={styles.facts} data-tooltip={text || undefined}>
    {text}
  </p>
);

function words(snapshot: VaeSnapshot | null, dataset: Dataset | null, row: number | null): string {
  if (!snapshot || !dataset) return '';
  if (row === null || row >= snapshot.rows) return 'Point at one, or type its number.';
  return datumInWords(snapshot, dataset, row);
}
