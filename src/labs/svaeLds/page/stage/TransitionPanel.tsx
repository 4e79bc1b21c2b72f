import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { TransitionMatrix } from '../../../../plots/matrix/TransitionMatrix.tsx';
import { useRun } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import { useEditsOf } from '../../../shared/editing/useEditsOf.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { svaeLds } from '../../lab.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { useDynamicsEditing } from '../editing/dynamicsEditing.ts';
import { columnFactorsOf, editedEntriesOf } from '../editing/editsInForce.ts';
import { parseEntry } from '../editing/parseEntry.ts';

const LIT_BY: readonly Highlight[] = ['transition'];
const ScanDialog = lazy(() => import('../scan/ScanDialog.tsx'));

const NO_ENTRIES: readonly number[] = [];

/** The transition matrix: its columns can be scaled, its entries set, and all columns scanned. */
export default memo(function TransitionPanel() {
  const { snapshot, placeholder } = useDrawn(
    svaeLds,
    'The matrix appears here when there is a series.',
  );
  const edits = useEditsOf(svaeLds);
  const editing = useDynamicsEditing();
  const isReady = useRun(({ phase }) => phase !== 'opening' && phase !== 'failed');
  const [column, setColumn] = useState<number | null>(null);
  const [isScanning, setIsScanning] = useState(false);
  const dimension = snapshot?.latentDimension ?? 10;
  const factors = useMemo(() => columnFactorsOf(edits, dimension), [edits, dimension]);
  const entries = useMemo(() => editedEntriesOf(edits, dimension), [edits, dimension]);
  return (
    <StagePanel
      name="Transition matrix"
      part="transition"
      litBy={LIT_BY}
      actions={
        <Button
          size="small"
          disabled={!isReady || !snapshot}
          tooltip="Every column times 0.8 to 1.2: which one changes the period?"
          onClick={() => setIsScanning(true)}
        >
          Scan
        </Button>
      }
    >
      <TransitionMatrix
        label="Transition matrix A"
        matrix={snapshot?.transition ?? NO_ENTRIES}
        dimension={dimension}
        factors={factors}
        editedEntries={entries}
        highlightedColumn={column}
        onHighlightColumn={setColumn}
        parseEntry={parseEntry}
        onEntry={editing.setEntry}
        onResetEntry={editing.resetEntry}
        onColumnFactor={editing.scaleColumn}
        placeholder={placeholder}
      />
      {isScanning && (
        <Suspense fallback={null}>
          <ScanDialog column={column} onColumn={setColumn} onClose={() => setIsScanning(false)} />
        </Suspense>
      )}
    </StagePanel>
  );
});
