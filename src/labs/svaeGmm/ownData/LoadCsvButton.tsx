import { useRef } from 'react';
import { useController } from '../../../store/context.ts';
import { Button, type ButtonProps } from '../../../ui/Button.tsx';
import { loadCsv } from './ownDataStore.ts';

/** Asks for a CSV file and opens the lab on its points. */
export function LoadCsvButton(props: Pick<ButtonProps, 'size' | 'look'>) {
  const controller = useController();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...props} onClick={() => input.current?.click()}>
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
          if (file) void loadCsv(controller, file);
        }}
      />
    </>
  );
}
