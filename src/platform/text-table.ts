/** A table for a terminal: columns as wide as their longest cell, two spaces apart, a rule under the head. A row is one line. */
export function textTable(
  head: readonly string[],
  given: readonly (readonly string[])[],
  align: readonly ('start' | 'end')[],
): string {
  const rows = given.map((row) => row.map((cell) => cell.replaceAll(/[\n\r\t\u0085\u2028\u2029]+/gu, ' ')));
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        align[column] === 'end' ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

const lineLength = 100;

/** Text in lines of at most a hundred letters, indented. */
export function wrapped(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lineLength - indent)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => ' '.repeat(indent) + line);
}
