import type { OwnForm } from '../../../datasets/ownData.ts';
import { useDocument } from '../../../store/context.ts';
import styles from '../sideSection.module.css';
import { scalesInWords } from './scalesInWords.ts';

/** Says how own data are scaled for the model, where that is worth a word. */
export function ScalesNote({ form }: { readonly form: OwnForm }) {
  const ownData = useDocument((document) => document.ownData);
  const isStandardised = useDocument(({ settings }) => settings.standardise === true);
  const text = ownData && scalesInWords(ownData, form, isStandardised);
  return text === null ? null : <p className={styles.text}>{text}</p>;
}
