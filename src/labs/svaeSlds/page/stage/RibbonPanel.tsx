import { type CSSProperties, memo, useMemo } from 'react';
import { type Brush, StateRibbon } from '../../../../plots/ribbon/StateRibbon.tsx';
import { colour } from '../../../../plots/style/palette.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useController, useHovered, useViewEntry } from '../../../../store/context.ts';
import { labelCount } from '../../../shared/data/segmentation.ts';
import { LayerToggles } from '../../../shared/stage/LayerToggles.tsx';
import series from '../../../shared/stage/SeriesPanels.module.css';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useLayers } from '../../../shared/stage/useLayers.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeSlds } from '../../lab.ts';
import { svaeSldsLayers } from '../../layers.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { brush } from '../editing/paint.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';
import { trueColours } from '../looks.ts';
import styles from './Panels.module.css';
import { useTime } from './useTime.ts';

const LIT_BY: readonly Highlight[] = ['states'];
const NOTHING = new Float32Array(0);
const TRUTH = ['truth'] as const;

/** The states over time, under them the true ones, and the brush that paints a stretch. */
export default memo(function RibbonPanel() {
  const { snapshot, isWanting, placeholder } = useDrawn(
    svaeSlds,
    'The states appear here when there is a series.',
  );
  const { shown } = useLayers(svaeSldsLayers);
  const time = useTime();
  const editing = useSldsEditing();
  const held = useViewEntry(brush);
  const hoveredState = useHovered('cluster');
  const truth = shown.truth ? (snapshot?.truth ?? null) : null;
  const colours = useMemo(
    () => (snapshot && truth ? trueColours(snapshot, labelCount(truth)) : []),
    [snapshot, truth],
  );
  const K = snapshot?.stateCount ?? 1;
  const isFound = snapshot?.phase === 'states';
  return (
    <StagePanel
      name="States"
      part="states"
      litBy={LIT_BY}
      actions={
        <div className={series.actions}>
          {snapshot?.truth && <LayerToggles of={svaeSldsLayers} names={TRUTH} />}
          {snapshot && <Palette states={K} held={held} isUsable={isFound} />}
        </div>
      }
    >
      <StateRibbon
        label="State of each step"
        responsibilities={snapshot?.responsibilities ?? NOTHING}
        states={isFound ? K : 0}
        truth={truth}
        trueColours={colours}
        painted={snapshot?.painted}
        brush={typeof held === 'number' && held >= K ? 0 : held}
        onPaint={isFound ? editing.paint : undefined}
        hoveredState={hoveredState}
        names={snapshot?.phase === 'warm-up' ? IN_WARM_UP : undefined}
        {...time}
        placeholder={isWanting ? placeholder : null}
      />
    </StagePanel>
  );
});

/** While the networks begin as a VAE there are no states. */
const IN_WARM_UP = ['warm-up', 'true'] as const;

interface PaletteProps {
  readonly states: number;
  readonly held: Brush;
  /** Otherwise only its place is kept, so that nothing moves when the states are found. */
  readonly isUsable: boolean;
}

/** The brushes: one for each state, and an eraser. */
const Palette = memo(function Palette({ states, held, isUsable }: PaletteProps) {
  const controller = useController();
  const theme = useTheme();
  const brushes: readonly Brush[] = [...Array.from({ length: states }, (_, k) => k), 'eraser'];
  return (
    <fieldset
      className={styles.brushes}
      aria-label="Brush"
      style={isUsable ? undefined : { visibility: 'hidden' }}
    >
      {brushes.map((what) => (
        <button
          key={what}
          type="button"
          className={styles.brush}
          aria-pressed={what === held}
          aria-label={what === 'eraser' ? 'Eraser' : `Brush of state ${what + 1}`}
          data-tooltip={
            what === 'eraser'
              ? 'Drag over the ribbon to take paint away'
              : `Drag over the ribbon to paint state ${what + 1}`
          }
          style={
            {
              '--brush': what === 'eraser' ? 'var(--text-muted)' : colour(what, theme),
            } as CSSProperties
          }
          onClick={() => controller.setEntry(brush, () => what)}
        >
          {what === 'eraser' ? '×' : what + 1}
        </button>
      ))}
    </fieldset>
  );
});
