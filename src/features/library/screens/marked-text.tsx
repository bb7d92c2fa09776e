import type { Marked } from '../../../core/library-search/excerpt.ts';

/** A text with the words that were asked for marked in it. */
export const MarkedText = ({ text, marks }: Marked) => (
  <>
    {marks.map(([start, end], index) => (
      <span key={start}>
        {text.slice(marks[index - 1]?.[1] ?? 0, start)}
        <mark>{text.slice(start, end)}</mark>
      </span>
    ))}
    {text.slice(marks.at(-1)?.[1] ?? 0)}
  </>
);
