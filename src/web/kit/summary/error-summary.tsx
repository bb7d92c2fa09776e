import { useEffect, useRef, type MouseEvent } from 'react';
import { Icon } from '../signs/signs.tsx';
import './error-summary.css';

export type ErrorLine = { readonly field: string; readonly text: string };

export type ErrorSummaryProps = {
  readonly title: string;
  /** What is wrong, each line a link to its field. */
  readonly lines?: readonly ErrorLine[];
  readonly text?: string;
  readonly note?: string;
};

/** What went wrong, above the page; it takes the focus. With another key it takes it again. */
export function ErrorSummary({ title, lines = [], text, note }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="warn" /> {title}
      </h2>
      {text === undefined ? null : <p>{text}</p>}
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line.field}>
              <a href={`#${line.field}`} onClick={goToField}>
                {line.text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {note === undefined ? null : <p className="small soft">{note}</p>}
    </div>
  );
}

/** A group of choices cannot be focused itself, its first choice can. */
function goToField(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  const control =
    field?.matches('input, textarea') === true
      ? field
      : field?.querySelector<HTMLElement>('button, textarea, input:not([tabindex="-1"])');
  control?.focus();
}
