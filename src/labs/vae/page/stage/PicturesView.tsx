import { useMemo } from 'react';
import { PictureGallery } from '../../../../plots/encoded/PictureGallery.tsx';
import { PictureTile } from '../../../../plots/encoded/PictureTile.tsx';
import { useRun, useSnapshot } from '../../../../store/context.ts';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useTarget } from '../../../shared/stage/useTarget.ts';
import { vae } from '../../lab.ts';
import { vaeLayers, vaePointedAt } from '../../layers.ts';
import { useDecodedProbe } from '../probe.ts';
import styles from './PicturesView.module.css';

/** Selected pictures, large: a datum with its reconstruction, and what the probe decodes to. */
export default function PicturesView() {
  const { shown } = useLayers(vaeLayers, vaePointedAt);
  const probe = useDecodedProbe();
  const dataset = useRun((state) => state.dataset);
  const rows = useTarget('row');
  const snapshot = useSnapshot(vae);
  const side = snapshot?.pixels ?? 1;
  const pixels = side * side;
  const row = rows.hovered ?? rows.selected ?? 0;
  const picture = useMemo(
    () => (values: Float32Array | undefined) => values?.subarray(row * pixels, (row + 1) * pixels),
    [row, pixels],
  );
  if (!dataset || !snapshot) return null;
  const samples = shown.samples ? snapshot.samples : null;
  return (
    <div className={styles.view}>
      <div className={styles.hand}>
        <PictureTile name={`Picture ${row + 1}`} side={side} values={picture(dataset.values)} />
        <PictureTile name="reconstructed" side={side} values={picture(snapshot.reconstructions)} />
        <span className={styles.apart} />
        <PictureTile name="Probe decoded" side={side} values={probe?.mean} isProbe />
        <PictureTile
          name="its deviation"
          side={side}
          values={probe?.deviation}
          kind="deviation"
          high={0.5}
          isProbe
        />
      </div>
      <div className={styles.gallery}>
        {samples ? (
          <PictureGallery
            label="Pictures decoded from samples of the prior"
            pictures={samples.means}
            side={side}
            beside={null}
            hovered={null}
            selected={null}
          />
        ) : (
          <PictureGallery
            label={
              shown.reconstructions
                ? 'Pictures of the data, each with its reconstruction at its right'
                : 'Pictures of the data'
            }
            pictures={dataset.values}
            side={side}
            beside={shown.reconstructions ? snapshot.reconstructions : null}
            {...rows}
          />
        )}
      </div>
    </div>
  );
}
