import { type ComponentProps, useRef } from 'react';
import { useController } from '../../../../store/context.ts';
import { Button } from '../../../../ui/Button.tsx';
import styles from '../../../shared/sideSection.module.css';
import { loadTexts, pasteTexts } from './textsLoading.ts';

/** Ways to bring own texts. */
export function TextsButtons() {
  const controller = useController();
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => pasteTexts(controller)}>
        Paste text
      </Button>
      <LoadButton
        label="Load files"
        multiple
        accept=".txt,.csv,.tsv,.md,.vcf,.str,.stru,.structure,text/*"
      />
      <LoadButton label="Load folder" webkitdirectory="" />
    </div>
  );
}

interface LoadButtonProps extends ComponentProps<'input'> {
  readonly label: string;
  /** Takes a folder with all its files. */
  readonly webkitdirectory?: '';
}

function LoadButton({ label, ...input }: LoadButtonProps) {
  const controller = useController();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" onClick={() => field.current?.click()}>
        {label}
      </Button>
      <input
        {...input}
        ref={field}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          // The same files can be chosen again after they have been mended.
          event.target.value = '';
          if (files.length > 0) void loadTexts(controller, files);
        }}
      />
    </>
  );
}
