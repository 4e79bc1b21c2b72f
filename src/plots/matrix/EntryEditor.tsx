import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Size } from '../host/useElementSize.ts';
import type { ParseEntry } from './MatrixCells.tsx';

interface EntryEditorProps {
  /** Which entry it is, spoken. */
  readonly name: string;
  readonly text: string;
  /** Where the cell is in the matrix, pixels. */
  readonly cell: Size & { readonly x: number; readonly y: number };
  /** The matrix, which it does not leave. */
  readonly within: Size;
  readonly parse: ParseEntry;
  readonly onMessage: (message: string | null) => void;
  readonly onCommit: (value: number) => void;
  readonly onClose: () => void;
}

const WIDTH = 64;
const HEIGHT = 28;

/** A field over a cell. Enter takes the number or says what is wrong with it, Escape gives up. */
export function EntryEditor(props: EntryEditorProps) {
  const { cell, within } = props;
  const [text, setText] = useState(props.text);
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    // A typed digit goes on; the old number is there to be replaced.
    if (props.text.length > 1) field.current?.select();
  }, [props.text]);

  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') props.onClose();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const parsed = props.parse(text);
    if (parsed.ok) {
      props.onCommit(parsed.value);
    } else {
      setIsWrong(true);
      props.onMessage(parsed.message);
    }
  };
  const width = Math.max(WIDTH, cell.width);
  const left = Math.max(0, Math.min(cell.x, within.width - width));
  const top = Math.min(cell.y + (cell.height - HEIGHT) / 2, within.height - HEIGHT);
  return (
    <input
      ref={field}
      className="entry-editor"
      style={{ left, top: Math.max(0, top), width, height: HEIGHT }}
      aria-label={props.name}
      aria-invalid={isWrong}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setIsWrong(false);
        props.onMessage(null);
      }}
      onKeyDown={press}
      onBlur={props.onClose}
    />
  );
}
