import { symbolPath } from '../../../plots/style/symbols.ts';

/** How something is drawn in charts: colour, dashes of its line, and its mark by the numbers of `symbolPath`. */
export interface Look {
  readonly colour: string;
  readonly dashes?: string | undefined;
  readonly mark?: number | undefined;
}

interface SwatchProps extends Look {
  readonly className?: string | undefined;
  /** False for a mark alone. */
  readonly hasLine?: boolean | undefined;
}

/** A piece of the line with its mark. */
export const Swatch = ({ colour, dashes, mark, className, hasLine = true }: SwatchProps) => (
  <svg className={className} viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
    {hasLine && (
      <path d="M0 6H30" fill="none" stroke={colour} strokeWidth="2.5" strokeDasharray={dashes} />
    )}
    {mark !== undefined && (
      <path d={symbolPath(mark, 4)} transform="translate(15 6)" fill={colour} />
    )}
  </svg>
);
