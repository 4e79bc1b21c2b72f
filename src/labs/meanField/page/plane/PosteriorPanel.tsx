import { memo, useMemo, useState } from 'react';
import type { Data } from '../../../../plots/plane/coordinates.ts';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useController, useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { planeLayers } from '../../layers.ts';
import type { Place, PlaneSnapshot } from '../../planeSnapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import styles from './Plane.module.css';
import { PosteriorPlot } from './PosteriorPlot.tsx';
import { createPlaneEditing } from './planeEditing.ts';
import { unitsOf } from './view.ts';

const LIT_BY: readonly Highlight[] = ['posterior', 'factors', 'gibbs'];
/** Of the brush and the eraser, in the units of the plane. */
const RADIUS = { brush: 0.7, eraser: 1.4 };
const TOOLS = [
  { value: 'brush', label: 'Brush' },
  { value: 'eraser', label: 'Eraser' },
] as const;

/** The plane: q is placed in it, observations are moved, a density is drawn. */
export const PosteriorPanel = memo(function PosteriorPanel({
  snapshot,
}: {
  readonly snapshot: PlaneSnapshot;
}) {
  const controller = useController();
  const editing = useMemo(() => createPlaneEditing(controller), [controller]);
  const look = INFERENCE_LOOK[useTheme()];
  const isHeld = useRun(({ draft }) => draft !== null);
  const { shown } = useLayers(planeLayers);
  const [tool, setTool] = useState<'brush' | 'eraser' | null>(null);
  /** Points of a new drawing, until they are enough for a density. */
  const [fresh, setFresh] = useState<readonly Place[] | null>(null);
  const { drawn } = snapshot;
  const units = unitsOf(snapshot.target.box);
  const own = ([x, y]: Data): Place => [
    units[0].offset + units[0].scale * x,
    units[1].offset + units[1].scale * y,
  ];
  const put = (points: readonly Place[]) => {
    setFresh(points.length < 2 ? points : null);
    editing.draw(points);
  };
  const drawing =
    drawn && tool
      ? {
          tool,
          label: 0,
          radius: RADIUS[tool],
          onAdd: (points: readonly Data[]) =>
            put([...(fresh ?? editing.drawn()), ...points.map(own)]),
          onErase: (centre: Data, radius: number) => {
            const [x, y] = own(centre);
            const reach = radius * units[0].scale;
            const left = editing.drawn().filter((at) => Math.hypot(at[0] - x, at[1] - y) > reach);
            if (fresh === null && left.length < editing.drawn().length) put(left);
          },
        }
      : undefined;
  return (
    <StagePanel
      name="Posterior and q"
      part="posterior"
      litBy={LIT_BY}
      heading={
        <span className={styles.heading}>
          Posterior, <span style={{ color: look.meanField }}>q</span>
          {snapshot.chain && (
            <>
              {' and '}
              <span style={{ color: look.gibbs }}>Gibbs</span>
            </>
          )}
        </span>
      }
      actions={<LayerToggles of={planeLayers} />}
    >
      <div className={styles.posterior}>
        <PosteriorPlot
          snapshot={fresh ? { ...snapshot, drawn: fresh } : snapshot}
          isHeld={isHeld}
          showsMarginals={shown.marginals}
          showsPath={shown.path}
          showsChain={shown.chain}
          onPlace={editing.place}
          onObserve={editing.observe}
          onForget={editing.forget}
          drawing={drawing}
        />
        {drawn && (
          <div className={styles.drawing} data-export="leave-out">
            <Button
              size="small"
              aria-pressed={tool !== null}
              onClick={() => {
                setTool(tool === null ? 'brush' : null);
                setFresh(null);
              }}
            >
              {tool === null ? 'Draw' : 'Done'}
            </Button>
            {tool && (
              <>
                <Segmented label="Tool" value={tool} segments={TOOLS} onChange={setTool} />
                <Button size="small" onClick={() => setFresh([])}>
                  Start over
                </Button>
              </>
            )}
          </div>
        )}
        {fresh && (
          <p className={styles.hint} role="status">
            {fresh.length === 0
              ? 'Press and drag to draw. Until then the last density stays.'
              : 'One point has no shape: a density needs at least two.'}
          </p>
        )}
      </div>
    </StagePanel>
  );
});
