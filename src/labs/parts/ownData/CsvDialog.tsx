import { summarised } from '../../../datasets/csv/chooseColumns.ts';
import { grouped } from '../../../datasets/csv/csvResult.ts';
import { useController } from '../../../store/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import styles from './CsvDialog.module.css';
import { type CsvLoading, dismissCsv, loadCsv, useCsvLoading } from './csvLoading.ts';
import { csvOffer } from './csvOffers.ts';
import type { CsvChoice } from './csvReader.ts';

/** The state of a CSV file on its way in: how far it is read, or why it was not taken. */
export function CsvDialog() {
  const csv = useCsvLoading();
  const title = csv?.state === 'refused' ? `${csv.name} cannot be used yet` : 'Load CSV';
  return (
    <Dialog
      title={title}
      open={csv !== null}
      onOpenChange={(open) => {
        if (!open) dismissCsv();
      }}
      footer={csv && <Choices csv={csv} />}
    >
      {csv?.state === 'reading' && (
        <Progress
          label={`Reading ${csv.name}: ${grouped(csv.progress.rows)} rows`}
          fraction={csv.progress.fraction}
        />
      )}
      {csv?.state === 'refused' && <Problems csv={csv} />}
    </Dialog>
  );
}

function Problems({ csv }: { readonly csv: Extract<CsvLoading, { state: 'refused' }> }) {
  return (
    <div role="alert">
      <ul className={styles.problems}>
        {summarised(csv.problems).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

function Choices({ csv }: { readonly csv: CsvLoading }) {
  const controller = useController();
  if (csv.state === 'reading') return <Button onClick={dismissCsv}>Stop</Button>;
  const again = (choice: CsvChoice) => () => void loadCsv(controller, csv.file, csv.intake, choice);
  const { answers } = csv.choice;
  const question = csv.problems.find((problem) => problem.question)?.question;
  return (
    <>
      {question?.options.map(({ value, label }) => (
        <Button
          key={value}
          onClick={again({ ...csv.choice, answers: { ...answers, [question.id]: value } })}
        >
          {label}
        </Button>
      ))}
      {csvOffer(csv.problems, csv.intake.form) === 'leave-rows-out' && (
        <Button onClick={again({ ...csv.choice, badRows: 'leave-out' })}>
          Leave these rows out
        </Button>
      )}
      <Button onClick={dismissCsv}>Close</Button>
    </>
  );
}
