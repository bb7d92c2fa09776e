import { useState } from 'react';
import { answerRoles, type AnswerRole } from '../../../core/guidance/column-names.ts';
import type { AnswerColumn, ChosenColumns } from '../../../web/client/answers.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';

/** A column as a choice: `text` is its head with its first cells. */
export type ColumnChoice = { readonly letter: string; readonly text: string; readonly role: AnswerRole | null };

export const choiceOf = ({ letter, head, samples, role }: AnswerColumn): ColumnChoice => ({
  letter,
  text: [head, ...samples].filter((part) => part !== '').join(' · '),
  role,
});

/** The columns to choose from, where a file was refused because none seems to hold the numbers. */
export const columnsIn = ({ kind, details = [] }: Failure): readonly ColumnChoice[] =>
  kind === 'unread_answers' ? details.map(({ path, message }) => ({ letter: path, text: message, role: null })) : [];

const none = '-';

export type AnswerColumnsProps = {
  readonly columns: readonly ColumnChoice[];
  /** What a person chose already. */
  readonly asked: ChosenColumns;
  readonly onRead: (columns: ChosenColumns) => Promise<void>;
};

/** Which column is what: as it was recognised, and to be put right. Only what a person changes is sent. */
export function AnswerColumns({ columns, asked, onRead }: AnswerColumnsProps) {
  const [chosen, setChosen] = useState<ChosenColumns>(asked);
  const options = [
    { id: none, name: say('answersPage.noColumn') },
    ...columns.map(({ letter, text }) => ({ id: letter, name: say('answersPage.column', { letter, text }) })),
  ];
  const valueOf = (role: AnswerRole): string => {
    const given = chosen[role];
    return (given === undefined ? columns.find((column) => column.role === role)?.letter : given[0]) ?? none;
  };
  const isReady = valueOf('number') !== none;
  return (
    <>
      <p className="small">{say('answersPage.columnsLead')}</p>
      <div className="answers-columns">
        {answerRoles.map((role) => (
          <Select
            key={role}
            id={`answers-column-${role}`}
            label={say(`answersPage.roles.${role}`)}
            empty={say('answersPage.choose')}
            options={options}
            value={valueOf(role)}
            onChange={(letter) => setChosen({ ...chosen, [role]: letter === none ? [] : [letter] })}
          />
        ))}
      </div>
      <p className="buttons">
        <Button look="quiet" isDisabled={!isReady} onPress={() => void onRead(chosen)}>
          {say('answersPage.readAgain')}
        </Button>
      </p>
    </>
  );
}
