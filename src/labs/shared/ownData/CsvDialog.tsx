import { grouped } from '../../../settings/words.ts';
import { useController } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { ColumnChooser } from './columns/ColumnChooser.tsx';
import { Problems } from './columns/Problems.tsx';
import { UseColumns } from './columns/UseColumns.tsx';
import { type ChosenColumns, useColumnChoice } from './columns/useColumnChoice.ts';
import { type CsvLoading, useCsvInHand } from './csvInHand.ts';
import { dismissCsv, loadCsv } from './csvLoading.ts';

/** A CSV file on its way in: how far it is read, which columns to use, or why it was not taken. */
export default function CsvDialog() {
  const controller = useController();
  const csv = useCsvInHand();
  const isChoosing = csv?.state === 'choosing';
  const columns = useColumnChoice(isChoosing ? csv.table : null);
  return (
    <Dialog
      isWide={isChoosing}
      title={csv ? TITLES[csv.state](csv.file.name) : 'Load CSV'}
      open={csv !== null}
      onOpenChange={(open) => {
        if (!open) dismissCsv(controller);
      }}
      footer={csv && <WaysOut csv={csv} columns={columns} />}
    >
      {csv?.state === 'reading' && (
        <Progress
          label={`Reading ${csv.file.name}: ${grouped(csv.progress.rows)} rows`}
          fraction={csv.progress.fraction}
        />
      )}
      {csv?.state === 'refused' && <Problems problems={csv.problems} />}
      {isChoosing && columns && (
        <ColumnChooser
          table={csv.table}
          columns={columns}
          onAnswer={(id, value) =>
            void loadCsv(controller, csv.file, csv.intake, { ...csv.answers, [id]: value })
          }
        />
      )}
    </Dialog>
  );
}

const TITLES: Readonly<Record<CsvLoading['state'], (name: string) => string>> = {
  reading: () => 'Load CSV',
  refused: (name) => `${name} could not be read`,
  choosing: (name) => `Columns of ${name}`,
};

interface WaysOutProps {
  readonly csv: CsvLoading;
  readonly columns: ChosenColumns | null;
}

function WaysOut({ csv, columns }: WaysOutProps) {
  const controller = useController();
  const dismiss = () => dismissCsv(controller);
  if (csv.state === 'reading') return <Button onClick={dismiss}>Stop</Button>;
  if (csv.state === 'choosing' && columns) {
    return (
      <>
        <Button onClick={dismiss}>Cancel</Button>
        <UseColumns csv={csv} columns={columns} />
      </>
    );
  }
  const isAnswered = Object.keys(csv.answers).length > 0;
  return (
    <>
      {isAnswered && (
        <Button onClick={() => void loadCsv(controller, csv.file, csv.intake)}>
          Read it as before
        </Button>
      )}
      <Button onClick={dismiss}>Close</Button>
    </>
  );
}
