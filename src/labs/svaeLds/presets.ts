/** Presets of the SVAE-LDS: states worth seeing, each by what differs from the defaults. */
export const presets = [
  {
    id: 'robust',
    label: 'Robust',
    comment:
      'Little prior noise and large steps: a few hundred steps find the period of the dot from nearly every seed.',
    aboutModel: true,
    values: {},
  },
  {
    id: 'thesis',
    label: "The thesis's settings",
    comment:
      'One window per step, small steps and much prior noise: a thousand steps find the period of the dot, but the forecast still fades to the mean.',
    aboutModel: true,
    values: {
      windows: 1,
      learningRate: 0.001,
      naturalStep: 0.1,
      noiseScale: 2,
      fullNaturalGradient: false,
    },
  },
  {
    id: 'two-dots',
    label: 'Two dots',
    comment:
      'One dot makes two round trips while the other makes three: two frequencies at once, for which the networks need more hidden units.',
    values: { signal: 'two-dots', hiddenUnits: 150 },
  },
  {
    id: 'changing-speed',
    label: 'Changing speed',
    comment:
      'A dot that is faster on every second round trip. Its period is two round trips, and several rotations describe it.',
    values: { signal: 'changing-speed', hiddenUnits: 100 },
  },
] as const;
