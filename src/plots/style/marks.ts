/** How the marks, lines and ellipses of planes are drawn: a restyle is made here. */

export interface MarkStyle {
  /** Times the radius that suits the number of points. */
  readonly size: number;
  readonly opacity: number;
  /** Smallest radius, pixels. */
  readonly least?: number;
  /** What is left of the opacity of a point its cluster is not at all sure of. */
  readonly floor?: number;
}

/** Marks of points, by what the points are. */
export const marks = {
  /** Where the model has the observations. */
  point: { size: 1, opacity: 0.95, floor: 0.3 },
  /** The same where several models are compared. */
  compared: { size: 1, opacity: 0.85, floor: 0.3 },
  /** Without clusters they are dots, which are as easily seen at a smaller size. */
  comparedDot: { size: 0.8, opacity: 0.85 },
  comparedSampleDot: { size: 0.56, opacity: 0.45 },
  /** Points with an ellipse of their own each, and points on pictures. */
  encoded: { size: 0.8, opacity: 0.95 },
  onPictures: { size: 0.5, opacity: 0.95 },
  observation: { size: 0.55, opacity: 0.75, least: 1 },
  observationAlone: { size: 0.75, opacity: 0.9 },
  observationBehind: { size: 0.55, opacity: 0.6, least: 1 },
  sample: { size: 0.7, opacity: 0.45 },
  sampleDot: { size: 0.55, opacity: 0.6 },
  sampleOfPrior: { size: 0, opacity: 0.6, least: 1.6 },
  /** What slow motion is not about. */
  backdrop: { size: 0.8, opacity: 0.25 },
  backdropOfClusters: { size: 1, opacity: 0.3 },
  backdropOfData: { size: 0.6, opacity: 0.6 },
  waiting: { size: 1, opacity: 0.45 },
  /** By how much a cluster that is moved counts each. */
  share: { size: 1, opacity: 1, floor: 0.12 },
} as const satisfies Readonly<Record<string, MarkStyle>>;

/** What is left of the opacity of what is not pointed at. */
export const DIMMED_MARKS = 0.12;
export const DIMMED_CLUSTERS = 0.25;

export interface LineStyle {
  readonly width: number;
  readonly opacity: number;
}

export const lines = {
  link: { width: 0.75, opacity: 0.6 },
  latentGrid: { width: 0.75, opacity: 0.22 },
  latentGridOfPosteriors: { width: 0.75, opacity: 0.3 },
  decodedGrid: { width: 0.9, opacity: 0.4 },
  posterior: { width: 1, opacity: 0.4 },
  outline: { width: 1.5, opacity: 1 },
  flow: { width: 1, opacity: 0.7 },
} as const satisfies Readonly<Record<string, LineStyle>>;

export interface EllipseStyle {
  readonly strokeOpacity: number;
  readonly fillOpacity: number;
  readonly strokeWidth: number;
  readonly dashes?: string | undefined;
}

export const ellipses = {
  removed: { strokeOpacity: 0.45, fillOpacity: 0, strokeWidth: 1, dashes: '4 4' },
  unused: { strokeOpacity: 0.1, fillOpacity: 0, strokeWidth: 0.75 },
  miniature: { strokeOpacity: 0.9, fillOpacity: 0.12, strokeWidth: 1.5 },
  /** Before and after a half-step of EM. */
  before: { strokeOpacity: 0.7, fillOpacity: 0.05, strokeWidth: 1.25 },
  after: { strokeOpacity: 1, fillOpacity: 0.08, strokeWidth: 2, dashes: '5 3' },
  /** States over time: all of them, the present one, and the one that is being computed. */
  track: { strokeOpacity: 0.35, fillOpacity: 0.03, strokeWidth: 0.75 },
  present: { strokeOpacity: 1, fillOpacity: 0.08, strokeWidth: 1.5 },
  computed: { strokeOpacity: 1, fillOpacity: 0.22, strokeWidth: 2.25 },
} as const satisfies Readonly<Record<string, EllipseStyle>>;

/** The ellipse of a cluster by its weight relative to the heaviest. */
export const ellipseOfWeight = (relative: number): EllipseStyle => ({
  strokeOpacity: 0.35 + 0.65 * relative,
  fillOpacity: 0.03 + 0.11 * relative,
  strokeWidth: 1 + relative,
});

/** The same while it is pointed at or chosen. */
export const emphasised = (style: EllipseStyle): EllipseStyle => ({
  ...style,
  strokeOpacity: 1,
  strokeWidth: style.strokeWidth + 0.75,
});

/** The line of an expert, as strong as the gate asks it. */
export const expertLine = (asked: number, isSeen: boolean): LineStyle => ({
  width: 1 + 2 * asked,
  opacity: (isSeen ? 1 : 0.3) * (0.1 + 0.9 * asked),
});

/** An ellipse of slow motion, as strong as the part it plays. */
export const ellipseOfPart = (part: number, isDashed: boolean): EllipseStyle => ({
  strokeOpacity: part,
  fillOpacity: 0.1 * part,
  strokeWidth: 2,
  dashes: isDashed ? '5 4' : undefined,
});

/** Between a point and a mean, by how much the one belongs to the other. */
export const tie = (part: number) => ({
  strokeWidth: 1 + 3 * part,
  strokeOpacity: 0.2 + 0.8 * part,
  strokeDasharray: part < 0.01 ? '2 4' : undefined,
});

/** A piece of a path over time; `age` is 1 for the newest. */
export const fadingPath = (age: number, isForecast: boolean): LineStyle => ({
  width: isForecast ? 2 : 1.25,
  opacity: 0.1 + 0.9 * age ** 1.5,
});
