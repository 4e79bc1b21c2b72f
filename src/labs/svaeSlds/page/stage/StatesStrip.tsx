import { memo } from 'react';
import { formatFixed } from '../../../../ui/numbers.ts';
import { changePoints } from '../../../shared/data/segmentation.ts';
import { EditsOverModel } from '../../../shared/editing/EditsOverModel.tsx';
import { StageStrip } from '../../../shared/stage/StageStrip.tsx';
import { StripAlarm, StripFigure, StripFigures } from '../../../shared/stage/StripFigures.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { isInUse } from '../../inUse.ts';
import { svaeSlds } from '../../lab.ts';
import type { SvaeSldsSnapshot } from '../../snapshot.ts';
import { useSldsEditing } from '../editing/sldsEditing.ts';

/** The states, or what is wrong with the model as it is edited, and the edits that lie over it. */
export const StatesStrip = memo(function StatesStrip() {
  const editing = useSldsEditing();
  const { snapshot } = useDrawn(svaeSlds);
  return (
    <StageStrip aria-label="States and edits">
      {snapshot ? <Figures snapshot={snapshot} /> : <span />}
      <EditsOverModel clear={editing.clear} bake={editing.bake} />
    </StageStrip>
  );
});

/** How well the states are found. */
function Figures({ snapshot }: { readonly snapshot: SvaeSldsSnapshot }) {
  const trouble = troubleOf(snapshot);
  if (trouble !== null) return <StripAlarm text={trouble} />;
  const { scores, states, assignments, phase } = snapshot;
  // In the warm-up there are no states that anything could be said of.
  const found = (text: string): string => (phase === 'states' ? text : '–');
  return (
    <StripFigures>
      <StripFigure
        name="States in use"
        help="States with more than 2 % of the training steps, or with painted steps. The parameters of the others are close to the prior"
      >
        {found(`${states.filter(isInUse).length} of ${states.length}`)}
      </StripFigure>
      {scores && (
        <>
          <StripFigure
            name="Accuracy"
            help="Share of the steps before the line in the right state, under the best matching of found and true states"
          >
            {found(formatFixed(scores.accuracy, 3))}
          </StripFigure>
          <StripFigure
            name="Adjusted Rand index"
            help="Agreement with the true states, corrected for chance: 1 is perfect, 0 is chance"
          >
            {found(formatFixed(scores.adjustedRandIndex, 3))}
          </StripFigure>
          <StripFigure
            name="Oracle"
            help="The same index for inference with the true parameters. On the few steps shown either can be ahead by chance"
          >
            {scores.oracleAdjustedRandIndex === null
              ? '–'
              : formatFixed(scores.oracleAdjustedRandIndex, 3)}
          </StripFigure>
        </>
      )}
      <StripFigure
        name="Switches shown"
        help="How often the likeliest state changes in the steps shown"
      >
        {found(`${changePoints(assignments).length}`)}
      </StripFigure>
    </StripFigures>
  );
}

/** Why there is something wrong to be told; null where there is nothing. */
function troubleOf({ trouble, heldFrom }: SvaeSldsSnapshot): string | null {
  if (trouble !== null) return trouble;
  if (heldFrom === null) return null;
  return `The latent grows without bound: its size is held from step ${heldFrom} on. Turn the radius of a state down to 1 or less.`;
}
