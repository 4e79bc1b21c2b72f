import { StageGrid } from '../../../shared/stage/StageGrid.tsx';
import type { DensitiesView, FitView } from '../../snapshot.ts';
import { FIT_OF_ONE, FIT_OF_TWO, RACE, SINGLE } from '../layouts.ts';
import {
  DensitiesPanel,
  FitsTable,
  IntegrandPanel,
  LandscapePanel,
  landscapeOf,
} from './panels.tsx';

/** p and q, and for each q its divergence as an area and as a landscape. */
export function DensitiesStage({ view }: { readonly view: DensitiesView }) {
  const { x, fits, alpha, areas } = view;
  const isRace = fits.length > 1;
  const panelsOf = (fit: FitView, index: number) => (
    <StageGrid
      layout={isRace ? FIT_OF_TWO : FIT_OF_ONE}
      panels={{
        area: <IntegrandPanel {...{ xs: x, fit, areas }} />,
        landscape: <LandscapePanel {...landscapeOf(fit)} hasToggles={index === 0} />,
      }}
    />
  );
  return (
    <StageGrid
      layout={isRace ? RACE : SINGLE}
      panels={{
        main: <DensitiesPanel view={view} />,
        figures: <FitsTable {...{ fits, alpha }} />,
        ...Object.fromEntries(
          fits.map((fit, i) => [isRace ? fit.direction : 'fit', panelsOf(fit, i)]),
        ),
      }}
    />
  );
}
