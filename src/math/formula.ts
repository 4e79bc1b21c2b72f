/**
 * Functions of one variable that people type, with their derivatives: "x^2 - 3 sin(x)". Nothing of
 * the text is run as code.
 */

/** A function of x with its derivative. */
export interface Formula {
  readonly text: string;
  value(x: number): number;
  /** The derivative at x; 0 at a jump. */
  slope(x: number): number;
  /** A part of it jumps, such as step(x): somewhere there is no derivative. */
  readonly jumps: boolean;
}

/** Characters that a formula may have. */
export const MOST_FORMULA_CHARACTERS = 120;

interface Part {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly isConstant: boolean;
  readonly jumps: boolean;
}

const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** f and f' of each function of one argument. */
const FUNCTIONS: Readonly<
  Record<string, readonly [(x: number) => number, (x: number) => number, 'jumps'?]>
> = {
  sin: [Math.sin, Math.cos],
  cos: [Math.cos, (x) => -Math.sin(x)],
  tan: [Math.tan, (x) => 1 / Math.cos(x) ** 2],
  exp: [Math.exp, Math.exp],
  log: [Math.log, (x) => 1 / x],
  sqrt: [Math.sqrt, (x) => 0.5 / Math.sqrt(x)],
  abs: [Math.abs, Math.sign],
  tanh: [Math.tanh, (x) => 1 - Math.tanh(x) ** 2],
  sigmoid: [sigmoid, (x) => sigmoid(x) * sigmoid(-x)],
  relu: [(x) => Math.max(0, x), (x) => (x > 0 ? 1 : 0)],
  step: [(x) => (x > 0 ? 1 : 0), () => 0, 'jumps'],
  sign: [Math.sign, () => 0, 'jumps'],
};

/** Names that a formula can use, to be listed in messages and help. */
export const FORMULA_FUNCTIONS: readonly string[] = Object.keys(FUNCTIONS);

/** Other ways to write the same signs. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/−/g, '-'],
  [/[·×]/g, '*'],
  [/\*\*/g, '^'],
  [/²/g, '^2'],
  [/³/g, '^3'],
];

/**
 * Reads a formula: + - * / ^, brackets, x, numbers, pi, e and the functions of `FORMULA_FUNCTIONS`.
 * The sign of multiplication may be left out: "2x".
 *
 * @throws Error that names what could not be read
 */
export function parseFormula(text: string): Formula {
  if (text.length > MOST_FORMULA_CHARACTERS)
    throw new Error(
      `The formula has ${text.length} characters; at most ${MOST_FORMULA_CHARACTERS} can be read.`,
    );
  const plain = SIGNS.reduce((all, [from, to]) => all.replace(from, to), text);
  const reader = new Reader(plain.match(/\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|[a-zπ]+|\S/gi) ?? []);
  const { value, slope, jumps } = reader.whole();
  return { text, value, slope, jumps };
}

/** Recursive descent, from the weakest operator to the strongest. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  whole(): Part {
    const all = this.sum();
    if (this.next !== undefined)
      throw new Error(`"${this.next}" is not expected after "${this.tokens[this.at - 1]}".`);
    return all;
  }

  private get next(): string | undefined {
    return this.tokens[this.at];
  }

  private take(...wanted: readonly string[]): string | null {
    if (this.next === undefined || !wanted.includes(this.next)) return null;
    return this.tokens[this.at++];
  }

  private sum(): Part {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-'))
      left = plus(left, sign === '-' ? negative(this.product()) : this.product());
    return left;
  }

  private product(): Part {
    let left = this.signed();
    for (;;) {
      const sign = this.take('*', '/');
      if (!sign && !this.beginsAtom) return left;
      const right = sign ? this.signed() : this.power();
      left = times(left, sign === '/' ? power(right, constant(-1)) : right);
    }
  }

  /** -x^2 is -(x^2). */
  private signed(): Part {
    if (this.take('-')) return negative(this.signed());
    this.take('+');
    return this.power();
  }

  private power(): Part {
    const base = this.atom();
    return this.take('^') ? power(base, this.signed()) : base;
  }

  private get beginsAtom(): boolean {
    return this.next !== undefined && /^[\w.(π]/.test(this.next);
  }

  private atom(): Part {
    const token = this.next;
    if (token === undefined)
      throw new Error(
        this.at === 0 ? 'There is no formula yet.' : 'Something is missing at the end.',
      );
    this.at += 1;
    if (token === '(') return this.closed(this.sum());
    if (/^[\d.]/.test(token) && Number.isFinite(Number(token))) return constant(Number(token));
    const name = token.toLowerCase();
    if (name === 'x') return { value: (x) => x, slope: () => 1, isConstant: false, jumps: false };
    if (Object.hasOwn(CONSTANTS, name)) return constant(CONSTANTS[name]);
    if (Object.hasOwn(FUNCTIONS, name)) {
      if (!this.take('('))
        throw new Error(`After ${name} there must be a bracket, as in ${name}(x).`);
      return applied(FUNCTIONS[name], this.closed(this.sum()));
    }
    if (/^[a-zπ]/i.test(token))
      throw new Error(
        `"${token}" is not known; expected x, pi, e or one of ${FORMULA_FUNCTIONS.join(', ')}.`,
      );
    throw new Error(`"${token}" is not expected there.`);
  }

  private closed(inside: Part): Part {
    if (!this.take(')')) throw new Error('A bracket is not closed.');
    return inside;
  }
}

const constant = (number: number): Part => ({
  value: () => number,
  slope: () => 0,
  isConstant: true,
  jumps: false,
});

const either = (a: Part, b: Part) => ({
  isConstant: a.isConstant && b.isConstant,
  jumps: a.jumps || b.jumps,
});

const negative = (a: Part): Part => ({
  ...a,
  value: (x) => -a.value(x),
  slope: (x) => -a.slope(x),
});

const plus = (a: Part, b: Part): Part => ({
  ...either(a, b),
  value: (x) => a.value(x) + b.value(x),
  slope: (x) => a.slope(x) + b.slope(x),
});

const times = (a: Part, b: Part): Part => ({
  ...either(a, b),
  value: (x) => a.value(x) * b.value(x),
  slope: (x) => a.slope(x) * b.value(x) + a.value(x) * b.slope(x),
});

function power(a: Part, b: Part): Part {
  const value = (x: number) => a.value(x) ** b.value(x);
  if (!b.isConstant)
    return {
      ...either(a, b),
      value,
      slope: (x) =>
        value(x) * (b.slope(x) * Math.log(a.value(x)) + (b.value(x) * a.slope(x)) / a.value(x)),
    };
  const exponent = b.value(0);
  return {
    ...either(a, b),
    value,
    slope: (x) => (exponent === 0 ? 0 : exponent * a.value(x) ** (exponent - 1) * a.slope(x)),
  };
}

const applied = ([f, slope, jumps]: (typeof FUNCTIONS)[string], a: Part): Part => ({
  isConstant: a.isConstant,
  jumps: a.jumps || jumps !== undefined,
  value: (x) => f(a.value(x)),
  slope: (x) => slope(a.value(x)) * a.slope(x),
});
