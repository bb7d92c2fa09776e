import { useEffect, useRef } from 'react';
import { CheckChoice } from '../../../web/kit/choice/check-choice.tsx';
import { say, type WordKey } from '../../../web/say.ts';

const rows: readonly (readonly [keys: readonly string[], words: WordKey])[] = [
  [['N', 'P', 'L', 'F'], 'assessment.keys.rate'],
  [['U'], 'assessment.keys.unknown'],
  [['X'], 'assessment.keys.notApplicable'],
  [['↓', '↑'], 'assessment.keys.rows'],
  [['←', '→'], 'assessment.keys.values'],
  [['Enter'], 'assessment.keys.enter'],
  [['E'], 'assessment.keys.evidence'],
  [['O'], 'assessment.keys.owner'],
  [['/'], 'assessment.keys.find'],
  [['?'], 'assessment.keys.help'],
  [['Esc'], 'assessment.keys.escape'],
];
const few: typeof rows = [
  [['N', 'P', 'L', 'F'], 'assessment.keys.rate'],
  [['U'], 'assessment.keys.unknown'],
  [['X'], 'assessment.keys.notApplicable'],
  [['↓'], 'assessment.keys.arrows'],
  [['E'], 'assessment.keys.evidence'],
];

export type KeyHelpProps = {
  readonly hasLetters: boolean;
  readonly onLetters: (areOn: boolean) => void;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Escape leads back to the list. */
  readonly onLeave: () => void;
};

/** The keys in one line; all of them, and their switch, on request. */
export function KeyHelp({ hasLetters, onLetters, isOpen, onOpen, onLeave }: KeyHelpProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) panel.current?.focus();
  }, [isOpen]);
  useEffect(() => {
    const element = panel.current;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      onOpen(false);
      onLeave();
    };
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  });
  return (
    <div className="as-keys small">
      {hasLetters ? <KeyLine /> : <p className="soft">{say('assessment.keys.off')}</p>}
      <button
        type="button"
        className="as-keys-button"
        aria-expanded={isOpen}
        aria-controls="as-keys"
        onClick={() => onOpen(!isOpen)}
      >
        {say('assessment.keys.all')}
      </button>
      <div id="as-keys" ref={panel} tabIndex={-1} hidden={!isOpen} className="as-keys-panel">
        <h2>{say('assessment.keys.title')}</h2>
        <dl>
          {rows.map(([keys, words]) => (
            <div key={words}>
              <dt>
                <Keys keys={keys} />
              </dt>
              <dd>{say(words)}</dd>
            </div>
          ))}
        </dl>
        <CheckChoice name={say('assessment.keys.switch')} isSelected={hasLetters} onChange={onLetters} />
      </div>
    </div>
  );
}

const KeyLine = () => (
  <p className="as-keys-line soft">
    {few.map(([keys, words]) => (
      <span key={words}>
        <Keys keys={keys} /> {say(words)}
      </span>
    ))}
  </p>
);

const Keys = ({ keys }: { readonly keys: readonly string[] }) =>
  keys.map((key) => (
    <kbd key={key} className="as-key">
      {key}
    </kbd>
  ));
