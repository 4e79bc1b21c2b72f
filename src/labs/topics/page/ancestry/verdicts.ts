/** The result of the check of shared alleles, in sentences. */
import { formatFixed } from '../../../../ui/numbers.ts';
import type { SharingAnswer } from '../../snapshot.ts';

/** In standard errors: a difference that chance hardly makes, among many that are looked at. */
const UNEXPLAINED = 4;
/** The usual bound for f3. */
const MIXED = 3;
const MOST_NAMED = 3;

type Checked = Pick<SharingAnswer, 'excess' | 'errors' | 'mixtures'>;

/** @param names G */
export function verdicts({ excess, errors, mixtures }: Checked, names: readonly string[]) {
  const G = names.length;
  const own = names
    .map((name, g) => ({ name, excess: excess[g * G + g], error: errors[g * G + g] }))
    .filter((its) => its.excess > UNEXPLAINED * its.error)
    .toSorted((a, b) => b.excess - a.excess);
  const isKnown = excess.some(Number.isFinite);
  const isOff = excess.some((value, at) => Math.abs(value) > UNEXPLAINED * errors[at]);
  const mixed = mixtures.flatMap((test) => (test && test.f3 < -MIXED * test.error ? [test] : []));
  const [worst] = own;
  return {
    fit: worst
      ? `The bars do not explain ${worst.name}: its individuals share more alleles with each other than the clusters predict (${signed(worst.excess, 3)} ± ${formatFixed(worst.error, 3)}).`
      : isOff
        ? 'The bars do not explain all of the sharing.'
        : isKnown
          ? 'The bars explain the sharing: no difference is larger than four standard errors.'
          : 'No two individuals of a group can be compared, so this check says nothing.',
    mixture:
      mixed.length > 0
        ? mixed
            .slice(0, MOST_NAMED)
            .map(
              ({ group, one, other, f3, error }) =>
                `f₃(${names[group]}; ${names[one]}, ${names[other]}) = ${signed(f3, 4)} ± ${formatFixed(error, 4)} is below 0: ${names[group]} is mixed.`,
            )
            .join(' ')
        : mixtures.some((test) => test !== null)
          ? `No f₃ is below 0 by three standard errors${lowest(mixtures, names)}: nothing shows that a group is mixed.`
          : null,
  };
}

function lowest(mixtures: Checked['mixtures'], names: readonly string[]): string {
  const [low] = mixtures.flatMap((test) => (test ? [test] : [])).toSorted((a, b) => a.f3 - b.f3);
  return low
    ? `, the lowest is f₃(${names[low.group]}; ${names[low.one]}, ${names[low.other]}) = ${signed(low.f3, 4)} ± ${formatFixed(low.error, 4)}`
    : '';
}

/** With its sign, where it is not 0 as it is written. */
export function signed(value: number, decimals: number): string {
  const text = formatFixed(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}
