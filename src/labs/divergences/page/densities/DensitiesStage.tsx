import type { DensitiesView } from '../../snapshot.ts';
import styles from '../Stage.module.css';
import {
  DensitiesPanel,
  FitsTable,
  IntegrandPanel,
  LandscapePanel,
  landscapeOf,
} from './panels.tsx';

/** p and q, and for each q its divergence as an area and as a landscape. */
export function DensitiesStage({ view }: { readonly view: DensitiesView }) {
  const isRace = view.fits.length > 1;
  return (
    <div className={styles.densities} data-race={isRace || undefined}>
      <div className={styles.main}>
        <DensitiesPanel view={view} />
      </div>
      <div className={styles.figures}>
        <FitsTable fits={view.fits} alpha={view.alpha} />
      </div>
      {view.fits.map((fit, i) => (
        <div key={fit.direction} className={styles.fit}>
          <IntegrandPanel xs={view.x} fit={fit} />
          <LandscapePanel {...landscapeOf(fit)} hasToggles={i === 0} />
        </div>
      ))}
    </div>
  );
}
