import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProfileField } from '../../../core/profile/fact-groups.ts';
import type { Assessment } from '../../../web/client/analysis.ts';
import { countriesQuery } from '../../../web/client/library.ts';
import type { StoredProfile } from '../../../web/client/profile.ts';
import { CheckChoice } from '../../../web/kit/choice/check-choice.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { say } from '../../../web/say.ts';
import { CapacityLine } from './capacity-line.tsx';
import { ChoiceField, ChoicesField, CountriesField, CountryField, YesNoField } from './choice-fields.tsx';
import type { FieldDraft } from './field-draft.ts';
import { kindOf, type FieldKind } from './field-kinds.ts';
import { answerText, fieldName, hintOf, problemText, unitName } from './field-words.ts';
import { feedsText } from './feeds-text.ts';
import { LineField } from './line-field.tsx';
import { RecordsField } from './records-field.tsx';
import type { GroupForm } from './use-group-form.ts';

export type FieldProps = {
  readonly field: ProfileField;
  readonly form: GroupForm;
  readonly profile: StoredProfile | null;
  /** What law asks where this group is not answered. */
  readonly feeds: Assessment | undefined;
};

/** One question: its control, "I do not know yet", and what the answer feeds. */
export function Field({ field, form, profile, feeds }: FieldProps) {
  const kind = kindOf(field);
  return (
    <div className="profile-field" id={`field-${field}`}>
      <div className="profile-control">
        <ChangedElsewhere field={field} kind={kind} value={form.changedElsewhere(field)} />
        {kind.kind === 'elsewhere' ? (
          <CapacityLine profile={profile} />
        ) : (
          <Control field={field} kind={kind} form={form} />
        )}
      </div>
      <p className="profile-feeds small soft">{feedsText(field, feeds)}</p>
    </div>
  );
}

/** What every control is given. */
export type ControlProps<Kind extends FieldKind = FieldKind> = {
  readonly field: ProfileField;
  readonly kind: Kind;
  readonly name: string;
  readonly hint: string | undefined;
  readonly draft: FieldDraft;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<FieldDraft>) => void;
};

function Control({
  field,
  kind,
  form,
}: {
  readonly field: ProfileField;
  readonly kind: FieldKind;
  readonly form: GroupForm;
}) {
  const problem = form.stop?.problems.find(({ at }) => at === field);
  const given = {
    field,
    name: fieldName(field),
    hint: hintOf(field),
    draft: form.draftFor(field),
    problem: problem === undefined ? undefined : problemText(problem),
    onChange: (part: Partial<FieldDraft>) => form.change(field, part),
  };
  switch (kind.kind) {
    case 'elsewhere':
      return null;
    case 'bool':
      return <YesNoField {...given} kind={kind} />;
    case 'choice':
      return <ChoiceField {...given} kind={kind} />;
    case 'choices':
      return <ChoicesField {...given} kind={kind} />;
    case 'country':
      return <WithUnknown {...given} kind={kind} control={<CountryField {...given} kind={kind} />} />;
    case 'countries':
      return <CountriesField {...given} kind={kind} />;
    case 'records':
      return <RecordsField {...given} kind={kind} problems={form.stop?.problems ?? []} />;
    default: {
      const line = (
        <LineField
          {...given}
          id={field}
          label={given.name}
          kind={kind}
          unit={kind.kind === 'number' ? unitName(kind.unit) : undefined}
          value={given.draft.text}
          onChange={(text) => given.onChange({ text, isUnknown: false })}
        />
      );
      return field === 'name' ? line : <WithUnknown {...given} kind={kind} control={line} />;
    }
  }
}

const WithUnknown = ({ control, draft, onChange }: ControlProps & { readonly control: ReactNode }) => (
  <>
    {control}
    <CheckChoice
      name={say('profile.unknown')}
      isSelected={draft.isUnknown}
      onChange={(isUnknown) => onChange(isUnknown ? { isUnknown, text: '', choice: null } : { isUnknown })}
    />
  </>
);

/** Both values, so that nothing is overwritten unseen. */
function ChangedElsewhere({
  field,
  kind,
  value,
}: {
  readonly field: ProfileField;
  readonly kind: FieldKind;
  readonly value: unknown;
}) {
  const { data: countries = [] } = useQuery(countriesQuery);
  return value === undefined ? null : (
    <Note look="ochre">
      <p>{say('profile.elsewhere', { value: answerText(field, kind, value, countries) })}</p>
    </Note>
  );
}
