import { useState } from 'react';
import type { Evidence } from '../../../core/profile/profile.ts';
import { evidenceText, type RatingState } from '../../../core/profile/rating-state.ts';
import type { FileFacts, Prose, Rating } from '../../../web/client/assessment.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { typeText } from './file-text.ts';
import { Runs } from './runs.tsx';
import { useSheetInfo } from './sheet-context.ts';
import { longDay } from './shown-days.ts';

export type EvidencePartProps = {
  readonly id: string;
  readonly state: RatingState;
  readonly rating: Rating;
  /** What would prove it. */
  readonly wanted: readonly Prose[];
};

/** What proves the rating, and a way to add to it. */
export function EvidencePart({ id, state, rating, wanted }: EvidencePartProps) {
  const { acts, mayRate } = useSheetInfo();
  const [isAdding, setAdding] = useState(false);
  const done = (): void => {
    setAdding(false);
    acts.focus(id, 'evidence');
  };
  const remove = (gone: Evidence): void => {
    acts.change(id, { evidence: state.evidence.filter((one) => evidenceText(one) !== evidenceText(gone)) });
    acts.focus(id, 'evidence');
  };
  return (
    <section aria-labelledby={`evidence-${id}`}>
      <h3 id={`evidence-${id}`}>{say('assessment.evidence.title')}</h3>
      {state.evidence.length === 0 ? <Wanted wanted={wanted} /> : null}
      <ul className="as-evidence small">
        {state.evidence.map((one) => (
          <EvidenceItem
            key={evidenceText(one)}
            evidence={one}
            file={one.file === undefined ? undefined : rating.files[one.file]}
            onRemove={() => remove(one)}
          />
        ))}
      </ul>
      {!mayRate ? null : isAdding ? (
        <EvidenceForm id={id} state={state} onDone={done} />
      ) : (
        <Button look="quiet" data-part="evidence" onPress={() => setAdding(true)}>
          {say('assessment.evidence.add')}
        </Button>
      )}
    </section>
  );
}

/** Nothing proves it yet: the library says what would. */
const Wanted = ({ wanted }: { readonly wanted: readonly Prose[] }) => (
  <div className="small soft">
    <p>{say('assessment.evidence.none')}</p>
    <ul className="as-wanted">
      {wanted.map((prose, index) => (
        <li key={index}>
          <Runs prose={prose} />
        </li>
      ))}
    </ul>
  </div>
);

type ItemProps = { readonly evidence: Evidence; readonly file: FileFacts | undefined; readonly onRemove: () => void };

function EvidenceItem({ evidence, file, onRemove }: ItemProps) {
  const { mayRate } = useSheetInfo();
  const [isAsked, setAsked] = useState(false);
  const ask = (): void => (file === undefined ? onRemove() : setAsked(true));
  return (
    <li>
      <div className="as-evidence-text">
        <What evidence={evidence} file={file} />
        <About evidence={evidence} file={file} />
      </div>
      {!mayRate || isAsked ? null : (
        <Button look="text" onPress={ask} aria-label={say('assessment.evidence.removeNamed', { what: evidence.what })}>
          {say('assessment.evidence.remove')}
        </Button>
      )}
      {isAsked ? (
        <div className="as-confirm" role="alert">
          <p>{say('assessment.evidence.confirm', { name: file?.name ?? '' })}</p>
          <p className="buttons">
            <Button onPress={onRemove}>{say('assessment.evidence.delete')}</Button>
            <Button look="quiet" onPress={() => setAsked(false)}>
              {say('assessment.evidence.keep')}
            </Button>
          </p>
        </div>
      ) : null}
    </li>
  );
}

/** A file is saved and never shown: the server sends it so that it can run nothing. */
function What({ evidence: { what, link, file: id }, file }: Omit<ItemProps, 'onRemove'>) {
  if (link !== undefined)
    return (
      <a href={link} rel="noreferrer">
        {what}
      </a>
    );
  if (file === undefined) return what;
  return (
    <a href={`/api/evidence/${id}`} download={file.name}>
      <Icon name="get" /> {what}
    </a>
  );
}

function About({ evidence: { dated, owner, expires, file: id }, file }: Omit<ItemProps, 'onRemove'>) {
  const { today } = useSheetInfo();
  const parts = [
    file === undefined ? undefined : `${typeText(file)}, ${sizeText(file.size)}`,
    dated === undefined ? undefined : longDay(dated),
    owner,
    expires === undefined || expires < today ? undefined : say('assessment.evidence.until', { date: longDay(expires) }),
    id !== undefined && file === undefined ? say('assessment.evidence.missing') : undefined,
  ].filter((part) => part !== undefined);
  return (
    <span className="soft">
      {parts.join(', ')}
      {expires !== undefined && expires < today ? (
        <span className="as-tag warn">{say('assessment.evidence.expired', { date: longDay(expires) })}</span>
      ) : null}
    </span>
  );
}
