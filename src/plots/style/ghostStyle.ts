import type { Theme } from './theme.ts';

/** Neither the colour of an objective nor that of a part: what is trained now stands out. */
const COLOUR: Readonly<Record<Theme, string>> = { light: '#77726a', dark: '#98948c' };

/** Runs are told apart by dashes and by the letter at the end, not by colour. */
const DASHES: readonly (string | undefined)[] = [undefined, '7 3', '2 3', '10 3 2 3', '4 2', '1 5'];

/** The line of a kept run by its mark. */
export const ghostStyle = (mark: number, theme: Theme) => ({
  colour: COLOUR[theme],
  dashes: DASHES[mark % DASHES.length],
  width: 1.5,
});
