import { useId, useState } from 'react';
import type { SheetChange, SheetReading } from '../../../web/client/rating-sheet.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { CheckChoice } from '../../../web/kit/choice/check-choice.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import type { SheetHandling, SheetStage } from './use-sheet-file.ts';

export type SheetSuggestionsProps = {
  readonly stage: Extract<SheetStage, { kind: 'read' }>;
  readonly store: SheetHandling['store'];
};

/** What a sheet would change, each to be confirmed; and what of it could not be carried over. */
export function SheetSuggestions({ stage: { reading, failure }, store }: SheetSuggestionsProps) {
  const { changes } = reading;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = changes.filter(({ id }) => !left.has(id));
  const choose = (id: string, isChosen: boolean): void =>
    setLeft((before) => new Set(isChosen ? [...before].filter((other) => other !== id) : [...before, id]));
  const setAll = (isChosen: boolean): void => setLeft(new Set(isChosen ? [] : changes.map(({ id }) => id)));
  return (
    <section className="section" aria-labelledby="sheet-found">
      <h2 id="sheet-found">{say('sheetPage.found')}</h2>
      {failure === null ? null : <FailureNote title={say('sheetPage.notStored')} failure={failure} />}
      <output className="block">
        {say('sheetPage.counts', {
          name: reading.file,
          changes: changes.length,
          unchanged: reading.unchanged,
          problems: reading.problems.length,
        })}
      </output>
      <NotCarried reading={reading} />
      {changes.length === 0 ? null : (
        <>
          <p className="buttons">
            <Button look="text" onPress={() => setAll(true)}>
              {say('sheetPage.all')}
            </Button>
            <Button look="text" onPress={() => setAll(false)}>
              {say('sheetPage.noneOfThem')}
            </Button>
          </p>
          <ul className="sheet-changes">
            {changes.map((change) => (
              <Suggestion
                key={change.id}
                change={change}
                isChosen={!left.has(change.id)}
                onChoose={(isChosen) => choose(change.id, isChosen)}
              />
            ))}
          </ul>
          <p className="buttons">
            <Button isDisabled={chosen.length === 0} onPress={() => void store(chosen)}>
              {say('sheetPage.store', { count: chosen.length })}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

function Suggestion({
  change: { id, title, row, fields },
  isChosen,
  onChoose,
}: {
  readonly change: SheetChange;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}) {
  const labelId = useId();
  return (
    <li>
      <CheckChoice name={say('sheetPage.change', { id, title })} isSelected={isChosen} onChange={onChoose} />
      <table className="as-values" aria-labelledby={labelId}>
        <caption className="small soft" id={labelId}>
          {say('sheetPage.rowOf', { row, id })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('assessment.conflict.part')}</th>
            <th scope="col">{say('sheetPage.before')}</th>
            <th scope="col">{say('sheetPage.after')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{say(`assessment.field.${field}`)}</th>
              <td className="lines">{before ?? say('sheetPage.nothing')}</td>
              <td className="lines">{after ?? say('sheetPage.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

/** Nothing is lost in silence: each row and column that was left out, and why. */
const NotCarried = ({ reading: { problems, ignored } }: { readonly reading: SheetReading }) => (
  <>
    {problems.length === 0 ? null : (
      <div className="note ochre">
        <h3>{say('sheetPage.problems', { count: problems.length })}</h3>
        <ul className="small">
          {problems.map(({ row, message }) => (
            <li key={`${row} ${message}`}>{message}</li>
          ))}
        </ul>
        <p className="small">{say('sheetPage.problemsRemedy')}</p>
      </div>
    )}
    {ignored.length === 0 ? null : (
      <p className="small soft">{say('sheetPage.ignored', { columns: ignored.join(', ') })}</p>
    )}
  </>
);
