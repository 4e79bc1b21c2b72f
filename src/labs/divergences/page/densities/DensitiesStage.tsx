import type { DensitiesView } from '../../snapshot.ts';
import styles from '../Stage.module.css';
import { DensitiesPanel, FiguresTable, IntegrandPanel, LandscapePanel } from './panels.tsx';

/** p and q, and for each q its divergence as an area and as a landscape. */
export function DensitiesStage({ view }: { readonly view: DensitiesView }) {
  const isRace = view.fits.length > 1;
  return (
    <div className={styles.densities} data-race={isRace || undefined}>
      <div className={styles.main}>
        <DensitiesPanel view={view} />
      </div>
      <div className={styles.figures}>
        <FiguresTable view={view} />
      </div>
      {view.fits.map(({ direction }) => (
        <div key={direction} className={styles.fit}>
          <IntegrandPanel view={view} direction={direction} />
          <LandscapePanel view={view} direction={direction} />
        </div>
      ))}
    </div>
  );
}
