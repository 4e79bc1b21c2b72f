import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useRun } from '../../../store/context.ts';
import { useCsvInHand } from '../ownData/csvInHand.ts';
import { useWantsOwnData } from '../ownData/useWantsOwnData.ts';
import { StickyBreakdown } from './BreakdownBanner.tsx';
import { StageTrouble, type StageTroubleProps } from './StageTrouble.tsx';

export interface LabStageProps extends StageTroubleProps {
  readonly className: string | undefined;
  /** Of what is around the plots. */
  readonly gridClassName: string | undefined;
  /** What takes the place of the plots while slow motion is on. */
  readonly slowMotion?: ReactNode;
  /** Whether a breakdown is told at the top, where the chart of the bound may be out of sight. */
  readonly tellsBreakdown?: boolean;
  /** The plots. */
  readonly children: ReactNode;
}

/** A lab's plots or what takes their place, and over them why there is nothing to see. */
export function LabStage(props: LabStageProps) {
  const { className, gridClassName, slowMotion, tellsBreakdown, remedy, children } = props;
  const isWanting = useWantsOwnData();
  const isSlow = useRun(({ view }) => view.slowMotion) && slowMotion !== undefined;
  const isDown = useRun((state) => state.failure !== null) && !isWanting;
  return (
    <div className={className} data-slow-motion={isSlow || undefined}>
      {tellsBreakdown && <StickyBreakdown />}
      {isSlow ? (
        <Suspense fallback={null}>{slowMotion}</Suspense>
      ) : (
        <div className={gridClassName} data-stage-part="stage" inert={isDown}>
          {children}
        </div>
      )}
      {!isWanting && <StageTrouble remedy={remedy} />}
      <CsvInHand />
    </div>
  );
}

const CsvDialog = lazy(() => import('../ownData/CsvDialog.tsx'));

/** The dialog from the first file on; it stays, so that it can close as dialogs do. */
function CsvInHand() {
  const isLoading = useCsvInHand() !== null;
  const [isNeeded, setIsNeeded] = useState(isLoading);
  if (isLoading && !isNeeded) setIsNeeded(true);
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <CsvDialog />
    </Suspense>
  );
}
