import { useRef } from 'react';
import { useController } from '../../../store/context.ts';
import { Button, type ButtonProps } from '../../../ui/Button.tsx';
import type { CsvIntake } from './csvInHand.ts';
import { loadCsv } from './csvLoading.ts';

export interface LoadCsvButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly intake: CsvIntake;
}

/** Asks for a CSV file and opens the lab on its rows. */
export function LoadCsvButton({ intake, ...variant }: LoadCsvButtonProps) {
  const controller = useController();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...variant} onClick={() => input.current?.click()}>
        Load CSV
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        aria-label="CSV file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen again after it has been mended.
          event.target.value = '';
          if (file) void loadCsv(controller, file, intake);
        }}
      />
    </>
  );
}
