import { expect, it } from 'vitest';
import { inOneLine } from './inOneLine.ts';

const formula = (tex: string) => ({ tex, label: '', height: '6rem', symbols: [] });

it('sets lines apart and joins those that go on', () => {
  const tex = '\\begin{aligned}\n a &= b \\\\\n &\\quad + c \\\\\n d &\\sim e\n \\end{aligned}';
  expect(inOneLine(formula(tex)).tex).toBe('a = b + c \\qquad d \\sim e');
  expect(inOneLine(formula('a = b')).tex).toBe('a = b');
});
