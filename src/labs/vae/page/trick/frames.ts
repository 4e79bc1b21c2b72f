/** The frames of the reparameterisation trick: of each a sentence, and the formula with its numbers. */
import type { ColumnUnits } from '../../../../datasets/columnUnits.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { inBrackets, ownPlace, ownSpreads } from '../../../shared/ownPlace.ts';
import { centred, type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import {
  decimalsFor,
  texColumn,
  texMatrix,
  texNumber,
} from '../../../shared/slowMotion/texNumbers.ts';
import type { ReparameterisationInspection } from '../../snapshot.ts';
import { placeInWords } from '../stage/inWords.ts';

export const stageNames = {
  encode: 'Encode',
  noise: 'Draw noise',
  sample: 'Sample',
  decode: 'Decode',
  objective: 'Objective',
  gradients: 'Gradients',
} as const;

export type TrickStage = keyof typeof stageNames;

/** @param units how places among the data are read */
type Writer = (
  inspection: ReparameterisationInspection,
  beta: number,
  units?: ColumnUnits,
) => FrameText;

/** Observations with more numbers than this are pictures, whose pixels are not listed. */
const FEW = 3;

const encode: Writer = (inspection, _beta, units) => {
  const { observation, potentialMean, mean, deviation, factor } = inspection;
  const decimals = decimalsFor([...mean, ...deviation]);
  const seen = observation.length > FEW ? 'the picture' : `*y* = ${ownPlace(observation, units)}`;
  const hint = `The encoder sees ${seen} and gives a hint at ${placeInWords(potentialMean)}. The prior pulls it towards 0`;
  if (factor)
    return {
      sentence: `${hint}: *q(x)* has mean *μ* = ${placeInWords(mean)} and a full covariance, the product of the triangular *F* with its transpose. Its deviations are ${placeInWords(deviation)}.`,
      tex: lines(
        String.raw`q(x) &\propto \mathcal N(x \mid 0, I)\, \psi(x; y) = \mathcal N(\mu, F F^\top)`,
        String.raw`\mu &= ${texColumn(mean, decimals)} \quad F = ${texMatrix(factor, mean.length, decimals)}`,
      ),
      label:
        'q of x is the prior times the encoder’s potential: normal with mean mu and covariance F times F transposed.',
    };
  return {
    sentence: `${hint}: *q(x)* has mean *μ* = ${placeInWords(mean)} and deviation *σ* = ${placeInWords(deviation)}.`,
    tex: lines(
      String.raw`q(x) &\propto \mathcal N(x \mid 0, I)\, \psi(x; y) = \mathcal N(\mu, \mathrm{diag}(\sigma^2))`,
      String.raw`\mu &= ${texColumn(mean, decimals)} \quad \sigma = ${texColumn(deviation, decimals)}`,
    ),
    label:
      'q of x is the prior times the encoder’s potential: normal with mean mu, deviation sigma.',
  };
};

const noise: Writer = ({ noise: epsilon }) => ({
  sentence: `Noise is drawn from a standard normal, independent of *y*, *μ* and *σ*: *ε* = ${placeInWords(epsilon)}. The circle is its standard deviation.`,
  tex: String.raw`\varepsilon \sim \mathcal N(0, I), \qquad \varepsilon = ${texColumn(epsilon, decimalsFor(epsilon))}`,
  label: 'Epsilon is standard normal.',
});

const sample: Writer = ({ mean, deviation, factor, noise: epsilon, sample: drawn }) => {
  const decimals = decimalsFor([...mean, ...deviation, ...epsilon, ...drawn], 3);
  const column = (values: readonly number[]) => texColumn(values, decimals);
  if (factor)
    return {
      sentence: `Multiplied by *F* and shifted by *μ*, the circle becomes *q(x)*, whose ellipse may be turned, and *ε* becomes the sample *x* = ${placeInWords(drawn)}. The sample is random, but it is a smooth function of *μ* and *F*.`,
      tex: centred(
        String.raw`x = \mu + F \varepsilon`,
        String.raw`${column(drawn)} = ${column(mean)} + ${texMatrix(factor, mean.length, decimals)} ${column(epsilon)}`,
      ),
      label: 'x is mu plus F times epsilon.',
    };
  return {
    sentence: `Scaled by *σ* and shifted by *μ*, the circle becomes *q(x)* and *ε* becomes the sample *x* = ${placeInWords(drawn)}. The sample is random, but it is a smooth function of *μ* and *σ*.`,
    tex: centred(
      String.raw`x = \mu + \sigma \odot \varepsilon`,
      String.raw`${column(drawn)} = ${column(mean)} + ${column(deviation)} \odot ${column(epsilon)}`,
    ),
    label: 'x is mu plus sigma times epsilon, in each dimension.',
  };
};

const decode: Writer = (inspection, _beta, units) => {
  const { observation, decoded, isBernoulli, logLikelihood } = inspection;
  if (isBernoulli)
    return {
      sentence: `The decoder maps *x* to a probability of ink for every pixel. The picture has log-likelihood ${formatFixed(logLikelihood, 2)} nats: the log-probability of all its pixels together.`,
      tex: String.raw`\log p_\gamma(y \mid x) = \textstyle\sum_i y_i \log p_i + (1 - y_i) \log(1 - p_i) = ${texNumber(logLikelihood, 2)}`,
      label:
        'The log likelihood of y is the sum over pixels of the log probability of ink where there is ink, and of paper where there is none.',
    };
  const isPicture = observation.length > FEW;
  const spread = ownSpreads(decoded.variance.map(Math.sqrt), units);
  const made = isPicture
    ? 'a picture and a deviation for every pixel'
    : `${ownPlace(decoded.mean, units)}, give or take ${inBrackets(spread)}`;
  return {
    sentence: `The decoder maps *x* to ${made}. Under this normal the observation has log-likelihood ${formatFixed(logLikelihood, 2)} nats.`,
    tex: String.raw`\log p_\gamma(y \mid x) = \log \mathcal N\bigl(y \mid m_\gamma(x), \sigma_\gamma^2(x)\bigr) = ${texNumber(logLikelihood, 2)}`,
    label:
      'The log likelihood of y is that of a normal with the mean and variance the decoder gives.',
  };
};

const objective: Writer = ({ logLikelihood, kl }, beta) => ({
  sentence: `One sample estimates the expectation. The KL needs no sample, because it has a closed form: ${formatFixed(kl, 2)} nats here.`,
  tex: lines(
    String.raw`\tilde{\mathcal L} &= \log p_\gamma(y \mid x) - \beta\, \mathrm{KL}`,
    String.raw`&= ${texNumber(logLikelihood, 2)} - ${texNumber(beta, 2)} \cdot ${texNumber(kl, 2)} = ${texNumber(logLikelihood - beta * kl, 2)}`,
  ),
  label: 'The objective is the log likelihood minus beta times KL.',
});

const gradients: Writer = ({ gradients: slopes, factor, mean }) => {
  const decimals = decimalsFor([...slopes.sample, ...slopes.mean, ...slopes.spread], 3);
  const column = (values: readonly number[]) => texColumn(values, decimals);
  if (factor)
    return {
      sentence:
        'The gradient *g* at the sample flows back: unchanged to *μ*, times *ε* transposed to *F*, which is triangular, and from there into the encoder. None reaches *ε*, which depends on no parameter.',
      tex: lines(
        String.raw`g &= \nabla_x \log p_\gamma(y \mid x) = ${column(slopes.sample)}`,
        String.raw`\partial_\mu &= g - \beta \mu = ${column(slopes.mean)}`,
        String.raw`\partial_{F_{ij}} &= g_i \varepsilon_j - \beta \bigl(F_{ij} - \tfrac{[i = j]}{F_{ii}}\bigr) = ${texMatrix(slopes.spread, mean.length, decimals)}`,
      ),
      label:
        'The gradient with respect to mu is g minus beta mu; with respect to entry i j of F, g i times epsilon j minus beta times that entry, on the diagonal less one over it.',
    };
  return {
    sentence:
      'The gradient *g* at the sample flows back: unchanged to *μ*, multiplied by *ε* to *σ*, and from there into the encoder. None reaches *ε*, which depends on no parameter.',
    tex: lines(
      String.raw`g &= \nabla_x \log p_\gamma(y \mid x) = ${column(slopes.sample)}`,
      String.raw`\partial_\mu &= g - \beta \mu = ${column(slopes.mean)}`,
      String.raw`\partial_\sigma &= \varepsilon \odot g - \beta (\sigma - \tfrac1\sigma) = ${column(slopes.spread)}`,
    ),
    label:
      'The gradient with respect to mu is g minus beta mu; with respect to sigma, epsilon times g minus beta times sigma minus one over sigma.',
  };
};

const WRITERS: Readonly<Record<TrickStage, Writer>> = {
  encode,
  noise,
  sample,
  decode,
  objective,
  gradients,
};

export const describeFrame = (
  inspection: ReparameterisationInspection,
  stage: TrickStage,
  beta: number,
  units?: ColumnUnits,
): FrameText => WRITERS[stage](inspection, beta, units);
