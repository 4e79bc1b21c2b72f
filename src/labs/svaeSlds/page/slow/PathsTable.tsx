import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { FiguresTable } from '../../../shared/stage/FiguresTable.tsx';
import type { PathsInspection } from '../../snapshot.ts';
import styles from './SweepsView.module.css';

const HEAD = [
  'Path of states',
  { name: 'Exact', help: 'Probability of the path, latents integrated out' },
  { name: 'Mean field', help: 'Its probability under q(z)' },
] as const;

/** The likeliest paths, with their exact probability and that of mean field. */
export function PathsTable({ paths }: { readonly paths: PathsInspection }) {
  const theme = useTheme();
  return (
    <div className={styles.table} data-short>
      <FiguresTable
        label="Likeliest paths"
        head={HEAD}
        rows={paths.best.map(({ path, probability, meanField }) => ({
          name: (
            <span className={styles.path}>
              {path.map((state, t) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the step is its place in the path
                <span key={t} style={{ color: colour(state, theme) }}>
                  {state + 1}
                </span>
              ))}
            </span>
          ),
          values: [formatFixed(probability, 3), formatFixed(meanField, 3)],
        }))}
      />
    </div>
  );
}
