import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { takeSnapshot } from '../../../web/client/snapshots.ts';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { EntryForm, type Problems } from '../../../web/kit/form/entry-form.tsx';
import { say } from '../../../web/say.ts';
import { now } from './address.ts';

const longest = { name: 120, note: 2000 } as const;

/** Keeps today under a name. */
export function TakeForm() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [kept, setKept] = useState<string | null>(null);
  return (
    <section className="section" aria-labelledby="take">
      <h2 id="take">{say('snapshots.take')}</h2>
      <p>{say('snapshots.takeLead')}</p>
      <output className="snapshots-kept">{kept === null ? null : say('snapshots.taken', { name: kept })}</output>
      <EntryForm
        button={say('snapshots.takeButton')}
        refused={say('failure.title')}
        check={() => problemsIn(name, note)}
        send={async () => {
          const answer = await takeSnapshot(client, name.trim(), note.trim());
          if (answer.ok || answer.error.details === undefined) return answer;
          // The one refusal with a place is that of a name that another one has.
          return {
            ok: false,
            error: { ...answer.error, details: [{ path: 'name', message: say('snapshots.nameTaken') }] },
          };
        }}
        onDone={() => {
          setKept(name.trim());
          setName('');
          setNote('');
        }}
      >
        {(problems) => (
          <>
            <TextField
              id="name"
              label={say('snapshots.name')}
              hint={say('snapshots.nameHint')}
              problem={problems['name']}
              value={name}
              onChange={setName}
            />
            <TextField
              id="note"
              label={say('snapshots.note')}
              hint={say('snapshots.noteHint')}
              problem={problems['note']}
              value={note}
              onChange={setNote}
            />
          </>
        )}
      </EntryForm>
    </section>
  );
}

function problemsIn(name: string, note: string): Problems {
  const [named, noted] = [name.trim(), note.trim()];
  const nameProblem =
    named === ''
      ? say('snapshots.nameMissing')
      : named.toLowerCase() === now
        ? say('snapshots.nameNow')
        : named.length > longest.name
          ? say('snapshots.nameLong', { most: longest.name, length: named.length })
          : null;
  return {
    ...(nameProblem === null ? {} : { name: nameProblem }),
    ...(noted.length > longest.note
      ? { note: say('snapshots.noteLong', { most: longest.note, length: noted.length }) }
      : {}),
  };
}
