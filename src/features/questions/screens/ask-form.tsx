import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askColleague, type MadeQuestion } from '../../../web/client/questions.ts';
import { sessionQuery } from '../../../web/client/session.ts';
import { EntryForm, type Problems } from '../../../web/kit/form/entry-form.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { say } from '../../../web/say.ts';

const mostDays = 30;
const mostMessageLetters = 2000;

type Entries = { readonly name: string; readonly email: string; readonly message: string; readonly days: string };
const empty: Entries = { name: '', email: '', message: '', days: '7' };

export type AskFormProps = {
  readonly safeguards: readonly string[];
  readonly onMade: (question: MadeQuestion, name: string) => void;
};

/** Whom to ask, what to say, and how long the link works. */
export function AskForm({ safeguards, onMade }: AskFormProps) {
  const client = useQueryClient();
  const isMailOn = useQuery(sessionQuery).data?.isMailOn === true;
  const [entries, setEntries] = useState(empty);
  const send = async () => {
    const [name, email, message] = [entries.name.trim(), entries.email.trim(), entries.message.trim()];
    const made = await askColleague(client, {
      name,
      safeguards,
      days: Number(entries.days),
      ...(email === '' ? {} : { email }),
      ...(message === '' ? {} : { message }),
    });
    if (made.ok) onMade(made.value, name);
    return made;
  };
  return (
    <EntryForm
      button={say('questions.ask.button')}
      refused={say('questions.ask.refused')}
      check={() => problemsIn(entries)}
      send={send}
      onDone={() => undefined}
    >
      {(problems) => (
        <Fields
          isMailOn={isMailOn}
          entries={entries}
          problems={problems}
          onChange={(part) => setEntries({ ...entries, ...part })}
        />
      )}
    </EntryForm>
  );
}

type FieldsProps = {
  readonly isMailOn: boolean;
  readonly entries: Entries;
  readonly problems: Problems;
  readonly onChange: (part: Partial<Entries>) => void;
};

const Fields = ({ isMailOn, entries, problems, onChange }: FieldsProps) => (
  <>
    <TextField
      id="name"
      label={say('questions.ask.name')}
      hint={say('questions.ask.nameHint')}
      problem={problems['name']}
      value={entries.name}
      onChange={(name) => onChange({ name })}
    />
    <TextField
      id="email"
      label={say('questions.ask.email')}
      hint={say(isMailOn ? 'questions.ask.mailHint' : 'questions.ask.emailHint')}
      type="email"
      inputMode="email"
      problem={problems['email']}
      value={entries.email}
      onChange={(email) => onChange({ email })}
    />
    <TextField
      id="message"
      label={say('questions.ask.message')}
      hint={say('questions.ask.messageHint')}
      rows={3}
      mostLetters={mostMessageLetters}
      problem={problems['message']}
      value={entries.message}
      onChange={(message) => onChange({ message })}
    />
    <TextField
      id="days"
      label={say('questions.ask.days')}
      hint={say('questions.ask.daysHint')}
      unit={say('questions.ask.daysUnit')}
      inputMode="numeric"
      problem={problems['days']}
      value={entries.days}
      onChange={(days) => onChange({ days })}
    />
  </>
);

const isDays = (text: string): boolean =>
  /^\d{1,2}$/u.test(text.trim()) && Number(text) >= 1 && Number(text) <= mostDays;

const problemsIn = ({ name, email, days }: Entries): Problems => ({
  ...(name.trim() === '' ? { name: say('questions.ask.missingName') } : {}),
  ...(email.trim() === '' || /.@./u.test(email) ? {} : { email: say('accounts.missing.email') }),
  ...(isDays(days) ? {} : { days: say('questions.ask.missingDays') }),
});
