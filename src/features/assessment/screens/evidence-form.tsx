import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { RatingState } from '../../../core/profile/rating-state.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { isWordKey, say } from '../../../web/say.ts';
import { acceptedFiles, kinds, readDraft, type Draft, type Missing } from './evidence-draft.ts';
import { FileDrop } from '../../../web/kit/file-drop/file-drop.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { LineField } from './line-field.tsx';
import { useSheetInfo } from './sheet-context.ts';
import { useUpload } from './use-upload.ts';
import { ownerList } from './work-fields.tsx';

export type EvidenceFormProps = {
  readonly id: string;
  readonly state: RatingState;
  readonly onDone: () => void;
};

/** Adds a piece of evidence in its place: words, an address or a file. */
export function EvidenceForm({ id, state, onDone }: EvidenceFormProps) {
  const { acts, today } = useSheetInfo();
  const [draft, setDraft] = useState<Draft>(() => blank(today, state));
  const [missing, setMissing] = useState<Missing | null>(null);
  const upload = useUpload();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  useEffect(() => {
    if (missing !== null) document.getElementById(`${id}-${missing.field}`)?.focus();
  }, [id, missing]);
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setMissing(null);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readDraft(draft);
    if (!read.ok) return setMissing(read.error);
    if (draft.kind !== 'file' || draft.file === null) acts.change(id, { evidence: [...state.evidence, read.value] });
    else if (!(await upload.send(id, draft.file, read.value))) return;
    onDone();
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    upload.cancel();
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the form from any of its fields.
    <form className="as-form" ref={form} onSubmit={(event) => void submit(event)} onKeyDown={leave} noValidate>
      <KindChoice id={id} draft={draft} change={change} />
      <DraftFields id={id} draft={draft} missing={missing} change={change} />
      {upload.failure === null ? null : <NotSent failure={upload.failure} />}
      {upload.isSending && draft.file !== null ? (
        <output className="small soft">{say('assessment.evidence.sending', sizeOf(draft.file))}</output>
      ) : null}
      <p className="buttons">
        <Button type="submit" isDisabled={upload.isSending}>
          {say('assessment.evidence.save')}
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            upload.cancel();
            onDone();
          }}
        >
          {say('assessment.evidence.cancel')}
        </Button>
      </p>
    </form>
  );
}

const blank = (today: string, { owner }: RatingState): Draft => ({
  kind: 'text',
  what: '',
  link: '',
  file: null,
  dated: today,
  expires: '',
  owner: owner ?? '',
});

const sizeOf = ({ name, size }: File) => ({ name, size: sizeText(size) });

type PartProps = {
  readonly id: string;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
};

const KindChoice = ({ id, draft, change }: PartProps) => (
  <fieldset className="as-kinds">
    <legend className="label small">{say('assessment.evidence.kind')}</legend>
    {kinds.map((kind) => (
      <label key={kind} className="as-kind">
        <input
          type="radio"
          name={`${id}-kind`}
          value={kind}
          checked={draft.kind === kind}
          onChange={() => change({ kind })}
        />
        {say(`assessment.evidence.kinds.${kind}`)}
      </label>
    ))}
  </fieldset>
);

const Days = ({ id, draft, change }: PartProps) => (
  <div className="as-two">
    <LineField
      id={`${id}-dated`}
      label={say('assessment.evidence.dated')}
      type="date"
      value={draft.dated}
      onChange={(dated) => change({ dated })}
    />
    <LineField
      id={`${id}-expires`}
      label={say('assessment.evidence.expires')}
      type="date"
      value={draft.expires}
      onChange={(expires) => change({ expires })}
    />
  </div>
);

function DraftFields({ id, draft, missing, change }: PartProps & { readonly missing: Missing | null }) {
  const isFile = draft.kind === 'file';
  const problem = (field: Missing['field']): string | undefined =>
    missing?.field === field
      ? say(`assessment.evidence.${missing.why}`, draft.file === null ? {} : sizeOf(draft.file))
      : undefined;
  return (
    <>
      {isFile ? (
        <FileDrop
          id={`${id}-file`}
          label={say('assessment.evidence.file')}
          hint={say('assessment.evidence.fileHint')}
          accept={acceptedFiles}
          file={draft.file}
          problem={problem('file')}
          onFile={(file) => change({ file })}
        />
      ) : null}
      <LineField
        id={`${id}-what`}
        label={say(isFile ? 'assessment.evidence.whatFile' : 'assessment.evidence.what')}
        hint={isFile ? undefined : say('assessment.evidence.whatHint')}
        problem={problem('what')}
        value={draft.what}
        onChange={(what) => change({ what })}
      />
      {draft.kind === 'link' ? (
        <LineField
          id={`${id}-link`}
          label={say('assessment.evidence.link')}
          hint={say('assessment.evidence.linkHint')}
          problem={problem('link')}
          type="url"
          value={draft.link}
          onChange={(link) => change({ link })}
        />
      ) : null}
      <Days id={id} draft={draft} change={change} />
      <LineField
        id={`${id}-keeper`}
        label={say('assessment.evidence.owner')}
        list={ownerList}
        value={draft.owner}
        onChange={(owner) => change({ owner })}
      />
    </>
  );
}

/** Why the server did not take a file: by its content, or because it did not answer. */
function NotSent({ failure }: { readonly failure: Failure }) {
  const key = `assessment.evidence.refused.${failure.details?.[0]?.path ?? ''}`;
  const text =
    failure.kind === 'refused_file' && isWordKey(key)
      ? say(key)
      : failure.kind === 'no_answer'
        ? say('assessment.evidence.needsServer')
        : failureText(failure);
  return (
    <div className="as-problem" role="alert">
      <h4>{say('assessment.evidence.notSent')}</h4>
      <p>{text}</p>
    </div>
  );
}
