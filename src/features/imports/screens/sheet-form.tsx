import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SideFacts } from '../../../core/crosswalk/view.ts';
import { frameworksQuery } from '../../../web/client/crosswalk.ts';
import { sheetKinds, type SheetKind } from '../../../web/client/imports.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { languageName } from '../../../web/language-name.ts';
import { say } from '../../../web/say.ts';
import { SheetColumns } from './sheet-columns.tsx';
import type { DraftProblems, SheetDraft } from './sheet-said.ts';
import type { SheetOnItsWay } from './use-import.ts';
import { useSheetDraft, type SheetDrafting, type SheetHandling } from './use-sheet-draft.ts';

/** Languages of the Union, and Norwegian. */
const languages = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nb nl pl pt ro sk sl sv'.split(' ');

export type SheetFormProps = {
  readonly sheet: SheetOnItsWay;
  readonly handling: SheetHandling;
};

/** What a spreadsheet does not say of itself: what it holds, which column is what, and what it is called. */
export function SheetForm({ sheet: { file, look }, handling }: SheetFormProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { draft, roles, problems, change, changeRole, lookAgain, submit } = useSheetDraft(look, handling);
  useEffect(() => heading.current?.focus(), []);
  const { stage } = handling;
  return (
    <section className="section" aria-labelledby="sheet">
      <h2 id="sheet" ref={heading} tabIndex={-1}>
        {say('importing.sheet.title', { name: file.file.name })}
      </h2>
      <p>{say('importing.sheet.lead')}</p>
      {stage.kind === 'sheet' && stage.failure !== null ? (
        <FailureNote title={say('importing.notRead')} failure={stage.failure} />
      ) : null}
      <form className="imp-sheet" onSubmit={submit} noValidate>
        <What look={look} lookAgain={lookAgain} />
        <SheetColumns look={look} roles={roles} problem={problems.columns} onRole={changeRole} />
        <h3>{say('importing.sheet.identity')}</h3>
        <div className="imp-form">
          {look.as === 'mapping' ? <Ends draft={draft} problems={problems} onChange={change} /> : null}
          <Identity draft={draft} problems={problems} onChange={change} />
          <p className="buttons">
            <Button type="submit">{say('importing.sheet.read')}</Button>
            <Button look="quiet" onPress={handling.putAway}>
              {say('importing.cancel')}
            </Button>
          </p>
        </div>
      </form>
    </section>
  );
}

/** What the sheet holds, and on which page. Another answer is another look at the same file. */
const What = ({ look, lookAgain }: Pick<SheetOnItsWay, 'look'> & Pick<SheetDrafting, 'lookAgain'>) => (
  <div className="imp-form">
    <Select
      id="sheet-as"
      label={say('importing.sheet.as')}
      empty=""
      options={sheetKinds.map((id) => ({ id, name: say(`importing.sheet.kinds.${id}`) }))}
      value={look.as}
      onChange={(as) => lookAgain({ as: as as SheetKind, ...(look.page === null ? {} : { page: look.page }) })}
    />
    {look.pages.length < 2 ? null : (
      <Select
        id="sheet-page"
        label={say('importing.sheet.page')}
        empty=""
        options={look.pages.map((name) => ({ id: name, name }))}
        value={look.page}
        onChange={(page) => lookAgain({ as: look.as, page })}
      />
    )}
  </div>
);

type PartProps = {
  readonly draft: SheetDraft;
  readonly problems: DraftProblems;
  readonly onChange: (more: Partial<SheetDraft>) => void;
};

type Problem = 'noTitle' | 'spaces' | 'noEdition' | 'noFramework';
const problemText = (word: Problem | undefined): string | undefined =>
  word === undefined ? undefined : say(`importing.sheet.problems.${word}`);

/** The two frameworks of a mapping: ours, and those that were imported. */
function Ends({ draft, problems, onChange }: PartProps) {
  const frameworks = useQuery(frameworksQuery);
  const options = (frameworks.data ?? []).flatMap(optionOf);
  return (['from', 'to'] as const).map((end) => (
    <Select
      key={end}
      id={`sheet-${end}`}
      label={say(`importing.sheet.${end}`)}
      problem={problemText(problems[end])}
      empty={say('importing.sheet.choose')}
      options={options}
      value={draft[end]}
      onChange={(id) => onChange({ [end]: id })}
    />
  ));
}

const optionOf = ({ id, kind, shortTitle, language }: SideFacts) =>
  kind === 'content' || kind === 'imported'
    ? [{ id, name: shortTitle, ...(language === null ? {} : { language }) }]
    : [];

function Identity({ draft, problems, onChange }: PartProps) {
  const field = (
    key: 'title' | 'edition' | 'publisher' | 'reference' | 'licence',
    more: { readonly rows?: number } = {},
  ) => (
    <div id={`sheet-${key}`}>
      <TextField
        id={`sheet-field-${key}`}
        label={say(`importing.sheet.fields.${key}`)}
        hint={key === 'reference' || key === 'licence' ? say(`importing.sheet.hints.${key}`) : undefined}
        problem={key === 'publisher' || key === 'licence' ? undefined : problemText(problems[key])}
        value={draft[key]}
        onChange={(value) => onChange({ [key]: value })}
        {...more}
      />
    </div>
  );
  return (
    <>
      {field('title')}
      {field('edition')}
      {field('publisher')}
      <Select
        id="sheet-language"
        label={say('importing.sheet.fields.language')}
        empty=""
        options={languages.map((id) => ({ id, name: languageName(id) }))}
        value={draft.language}
        onChange={(language) => onChange({ language })}
      />
      {field('reference')}
      {field('licence', { rows: 2 })}
    </>
  );
}
