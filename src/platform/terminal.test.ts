import { expect, test } from 'vitest';
import { jsonOnTerminal, onTerminal } from './terminal.ts';
import { textTable } from './text-table.ts';

const hostile = 'fine\u001b]0;x\u0007\u001b[2J\u009b2J\r\u202eend\u2066';

test('onTerminal: nothing that a terminal obeys is left; lines, tabs and letters of any script are', () => {
  expect(onTerminal(hostile)).toBe('fine\ufffd]0;x\ufffd\ufffd[2J\ufffd2J\ufffd\ufffdend\ufffd');
  expect(onTerminal('Κλινική\n\tמרפאה – 1')).toBe('Κλινική\n\tמרפאה – 1');
});

test('jsonOnTerminal: the same value, in characters that a terminal does not obey', () => {
  const text = jsonOnTerminal({ note: `${hostile}\n` });
  expect(onTerminal(text)).toBe(text);
  expect(JSON.parse(text)).toEqual({ note: `${hostile}\n` });
});

test('textTable: a cell cannot make a row', () => {
  expect(textTable(['a', 'b'], [['x\nS-043  accepted', 'y\t\u2028z']], ['start', 'start'])).toBe(
    'a                  b\n─────────────────  ───\nx S-043  accepted  y z',
  );
});
