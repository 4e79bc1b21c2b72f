import { boundLook } from '../../../../plots/style/boundLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { boundsLayers } from '../../layers.ts';
import type { DatumView } from '../../snapshot.ts';
import { Legend } from '../Legend.tsx';
import { useDrag } from '../useDrag.ts';
import { DensityChart } from './DensityChart.tsx';

/** The densities, with what q becomes if its layer is shown. */
export function DensityPanel({ view }: { readonly view: DatumView }) {
  const { shown } = useLayers(boundsLayers);
  const theme = useTheme();
  const drag = useDrag();
  return (
    <StagePanel
      name="q and the posterior"
      part="densities"
      litBy={['posterior', 'q', 'implicit']}
      actions={
        <>
          <Legend
            entries={[
              { name: 'p(z | x)', ...boundLook('posterior', theme) },
              { name: 'q', ...boundLook('q', theme) },
              ...(shown.implicit
                ? [{ name: `1 of ${view.samples}`, ...boundLook('implicit', theme) }]
                : []),
            ]}
          />
          <LayerToggles of={boundsLayers} names={['implicit']} />
        </>
      }
    >
      <DensityChart view={view} hasImplicit={shown.implicit} drag={drag} />
    </StagePanel>
  );
}
