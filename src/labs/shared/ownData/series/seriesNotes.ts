import type { ShippedName } from '../../../../datasets/series/shippedSeries.ts';

/** What the page says of a series once it is chosen: apart from the list, which every first picture waits for. */
interface SeriesNotes {
  /** Who measured it and where it was published, in a sentence. */
  readonly source: string;
  /** How forecasts of it compare with repeating the last value or the last period, in a sentence or two. */
  readonly expect: string;
}

export const SERIES_NOTES: Readonly<Record<ShippedName, SeriesNotes>> = {
  sunspots: {
    source:
      'Swiss Federal Observatory, Zurich, and Tokyo Astronomical Observatory; Andrews and Herzberg, Data, 1985 (R, “sunspots”).',
    expect:
      'Twenty cycles of 9 to 14 years have a mean that is uncertain by 2.4 %. The period of the rows for training is 45.5 quarters, those of predictions are around 43. One quarter ahead the last value is the better forecast. From six quarters on the last cycle is as good as the model or better, because the cycles held out are higher than all before.',
  },
  passengers: {
    source: 'Box and Jenkins, Time Series Analysis, series G (R, “AirPassengers”).',
    expect:
      'The model learns how the logarithm changes from month to month: relative growth, which neither a trend nor growing swings disturb. Up to a year and a half ahead its forecasts are better than the last value and the last year; further ahead the last year is better.',
  },
  nile: {
    source: 'Cobb, The problem of the Nile, Biometrika 65, 1978 (R, “Nile”).',
    expect:
      'There is no period to repeat. Up to five years ahead the forecast has two thirds to four fifths of the squared error of the last value; further ahead both are about equal.',
  },
  rivers: {
    source: 'Tong, Thanoon and Gudmundsson, Water Resources Bulletin 21, 1985 (tseries for R).',
    expect:
      'Two and a half years are for training, and the snow melts on other days each year. In these rows the period is 72 steps. Forecasts are better than the last value and the last year.',
  },
  saintJohn: {
    source:
      'Station 01AD002 at Fort Kent, monthly means of daily flows; Water Survey of Canada, Open Government Licence – Canada (CSHShydRology for R).',
    expect:
      'The model learns the logarithm of the flow, as the snow melt carries ten times the flow of winter. The year is clear, and how much snow melts is not: up to a year and a half ahead forecasts are better than the last value and the last year, and further ahead the last year is as good or a little better.',
  },
  heart: {
    source:
      'MIT-BIH Arrhythmia Database, record 208, Moody and Mark 2001, PhysioNet, Open Data Commons Attribution License (SciPy).',
    expect:
      'Beats are of unequal length, so a forecast of a spike that comes a step early or late counts twice as an error, and forecasts are cautious.',
  },
  pocket: {
    source:
      'Oxford Step Counter data set, Brynes and Salvi, 48 seconds of a phone in a front pocket, means of 0.04 s (Creative Commons Attribution 4.0).',
    expect:
      'Over the ten places where forecasts begin, they have a third of the squared error of the last stride one step ahead, as much from six to twenty steps ahead, and less further on, where they fade to the mean. Where strides happen to be even, as in the first picture, the last stride is the better forecast.',
  },
  walking: {
    source: 'Not measured: harmonics of the stride with uneven strides and noise.',
    expect:
      'Strides are of unequal length: about two strides ahead the model no longer knows where in a stride it is, and forecasts fade.',
  },
};
