import type { NumbersForm, OwnData } from '../../../datasets/ownData.ts';
import { useDocument } from '../../../store/context.ts';
import { unlikeColumns } from '../settings/scalingSettings.ts';
import styles from '../sideSection.module.css';

/** Says how own data are scaled for the model, where that is worth a word. */
export default function ScalesNote({ form }: { readonly form: NumbersForm }) {
  const ownData = useDocument((document) => document.ownData);
  const isStandardised = useDocument(({ settings }) => settings.standardise === true);
  const text = ownData && scalesInWords(ownData, form, isStandardised);
  return text === null ? null : <p className={styles.text}>{text}</p>;
}

/** "1,200" or "1.3 million" times as much. */
function times(ratio: number): string {
  const rounded = Number(ratio.toPrecision(2));
  return rounded < 1e6
    ? rounded.toLocaleString('en-US')
    : `${(rounded / 1e6).toLocaleString('en-US')} million`;
}

/** What has no unit of the data where columns differ in theirs. */
const MEASURED: Readonly<Record<NumbersForm, string>> = {
  points: 'distances across columns are in standard deviations',
  series: 'errors across columns are in ranges of the columns',
};

/** A sentence or two; null where the columns are of similar scale and taken as they are. */
export function scalesInWords(
  own: OwnData,
  form: NumbersForm,
  isStandardised: boolean,
): string | null {
  const unlike = unlikeColumns(own, form);
  if (unlike === null) {
    return isStandardised ? 'Columns are standardised: each varies as much as the others.' : null;
  }
  const { narrow, wide, ratio } = unlike;
  const fact = `“${wide}” varies ${times(ratio)} times as much as “${narrow}”.`;
  return isStandardised
    ? `${fact} The columns are standardised, so that each counts equally for the model. Numbers on the page stay in the units of the data; ${MEASURED[form]}.`
    : `${fact} Without standardising, “${narrow}” has little effect on the model.`;
}
