// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { passFocusOn } from './passFocusOn.ts';

afterEach(cleanup);

const Marks = ({ names }: { readonly names: readonly string[] }) => (
  <table>
    <tbody>
      {names.map((name) => (
        <tr key={name}>
          <td>
            <button ref={passFocusOn} type="button">
              {name}
            </button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
const mark = (name: string) => screen.getByRole('button', { name });

it('gives the focus of a mark that goes to the one before it, or else to the first', async () => {
  const { rerender } = render(<Marks names={['a', 'b', 'c']} />);
  mark('c').focus();
  rerender(<Marks names={['a', 'b']} />);
  await Promise.resolve();
  expect(document.activeElement).toBe(mark('b'));
  mark('a').focus();
  rerender(<Marks names={['b']} />);
  await Promise.resolve();
  expect(document.activeElement).toBe(mark('b'));
});

it('leaves the focus where it is when another mark goes', async () => {
  const { rerender } = render(<Marks names={['a', 'b']} />);
  mark('a').focus();
  rerender(<Marks names={['a']} />);
  await Promise.resolve();
  expect(document.activeElement).toBe(mark('a'));
});
