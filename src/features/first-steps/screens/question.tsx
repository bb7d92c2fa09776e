import { useQuery } from '@tanstack/react-query';
import { factTable } from '../../../core/profile/facts.ts';
import type { Safeguard } from '../../../core/content/safeguard.ts';
import { countriesQuery, safeguardQuery } from '../../../web/client/library.ts';
import type { StoredProfile } from '../../../web/client/profile.ts';
import { CheckChoice, CheckChoices } from '../../../web/kit/choice/check-choice.tsx';
import { RadioChoice } from '../../../web/kit/choice/radio-choice.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { byName, say } from '../../../web/say.ts';
import { kinds, none, ratingChoices, unknown, type Draft, type Problem } from './draft.ts';
import { problemText } from './problem-text.ts';
import type { Step } from './steps.ts';

export type QuestionProps<Asked extends Step = Step> = {
  readonly step: Asked;
  readonly profile: StoredProfile | null;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly problems: readonly Problem[];
  /** The h1, which asks. */
  readonly headingId: string;
};

type Ask<Kind extends Step['asks']> = QuestionProps<Extract<Step, { asks: Kind }>>;

/** The fields of one question. */
export function Question(props: QuestionProps) {
  const { step, ...rest } = props;
  switch (step.asks) {
    case 'country':
      return <CountryQuestion step={step} {...rest} />;
    case 'kind':
      return <KindQuestion step={step} {...rest} />;
    case 'amount':
      return <AmountQuestion step={step} {...rest} />;
    case 'group':
      return <GroupQuestion step={step} {...rest} />;
    case 'services':
      return <ServicesQuestion step={step} {...rest} />;
    case 'rating':
      return <RatingQuestion step={step} {...rest} />;
  }
}

const problemOf = ({ step, problems }: Pick<QuestionProps, 'step' | 'problems'>): string | undefined =>
  problems[0] === undefined ? undefined : problemText(step, problems[0]);

const UnknownTick = ({
  draft,
  onChange,
  emptied,
}: Pick<QuestionProps, 'draft' | 'onChange'> & { readonly emptied: Partial<Draft> }) => (
  <CheckChoice
    name={say('steps.unknown')}
    isSelected={draft.isUnknown}
    onChange={(isUnknown) => onChange(isUnknown ? { isUnknown, ...emptied } : { isUnknown })}
  />
);

function CountryQuestion(props: Ask<'country'>) {
  const { draft, onChange } = props;
  const { data = [] } = useQuery(countriesQuery);
  const options = data
    .map(({ code, name }) => ({ id: code, name }))
    .toSorted((left, right) => byName(left.name, right.name));
  return (
    <>
      <Select
        id="country"
        label={say('steps.country.label')}
        empty={say('steps.country.empty')}
        options={options}
        value={draft.choice}
        problem={problemOf(props)}
        onChange={(choice) => onChange({ choice, isUnknown: false })}
      />
      <UnknownTick draft={draft} onChange={onChange} emptied={{ choice: null }} />
      <div className="second-field">
        <TextField
          id="name"
          label={say('steps.country.name')}
          hint={say('steps.country.nameHint')}
          value={draft.text}
          onChange={(text) => onChange({ text })}
          autoComplete="organization"
        />
      </div>
    </>
  );
}

const unknownChoice = (hint?: string) => ({ value: unknown, name: say('steps.unknown'), hint });

const KindQuestion = (props: Ask<'kind'>) => (
  <RadioChoice
    id="kind"
    labelledBy={props.headingId}
    choices={kinds.map((value) => ({ value, name: say(`kinds.${value}`) }))}
    last={unknownChoice()}
    or={say('steps.or')}
    problem={problemOf(props)}
    value={props.draft.choice}
    onChange={(choice) => props.onChange({ choice })}
  />
);

const GroupQuestion = (props: Ask<'group'>) => (
  <RadioChoice
    id="group"
    labelledBy={props.headingId}
    choices={[
      { value: 'no', name: say('steps.group.no'), hint: say('steps.group.noHint') },
      { value: 'yes', name: say('steps.group.yes'), hint: say('steps.group.yesHint') },
    ]}
    last={unknownChoice()}
    or={say('steps.or')}
    problem={problemOf(props)}
    value={props.draft.choice}
    onChange={(choice) => props.onChange({ choice })}
  />
);

function AmountQuestion(props: Ask<'amount'>) {
  const {
    step: { name, unit },
    draft,
    onChange,
  } = props;
  return (
    <>
      <TextField
        id={name}
        label={say(`steps.${name}.label`)}
        hint={say(`steps.${name}.hint`)}
        unit={say(`steps.${name}.unit`)}
        inputMode={unit === 'people' ? 'numeric' : 'decimal'}
        value={draft.text}
        problem={problemOf(props)}
        onChange={(text) => onChange({ text, isUnknown: false })}
      />
      <UnknownTick draft={draft} onChange={onChange} emptied={{ text: '' }} />
    </>
  );
}

function ServicesQuestion(props: Ask<'services'>) {
  const { draft, onChange, headingId } = props;
  const choices = factTable.services.values.map((value) => ({ value, name: say(`service.${value}`) }));
  const isNone = draft.choices.includes(none);
  return (
    <>
      <CheckChoices
        id="services"
        labelledBy={headingId}
        choices={choices}
        problem={problemOf(props)}
        values={draft.choices}
        onChange={(values) => onChange({ choices: values.filter((value) => value !== none), isUnknown: false })}
      />
      <p className="choice-or" aria-hidden="true">
        {say('steps.or')}
      </p>
      <CheckChoice
        name={say('steps.services.none')}
        isSelected={isNone}
        onChange={(isSelected) => onChange({ choices: isSelected ? [none] : [], isUnknown: false })}
      />
      <UnknownTick draft={draft} onChange={onChange} emptied={{ choices: [] }} />
    </>
  );
}

/** What each rating means here, in the words of the safeguard. */
function RatingQuestion(props: Ask<'rating'>) {
  const { step, profile, draft, onChange, headingId } = props;
  const { data: safeguard } = useQuery(safeguardQuery(step.safeguard));
  const stored = profile?.ratings?.[step.safeguard];
  return (
    <>
      {draft.choice === 'not_applicable' ? (
        <Note>{say('steps.storedReason', { reason: stored?.reason ?? '' })}</Note>
      ) : null}
      <RadioChoice
        id={step.name}
        labelledBy={headingId}
        choices={ratingChoices.map((value) => ({
          value,
          name: <RatingMark state={value} />,
          hint: meaningOf(value, safeguard),
        }))}
        last={unknownChoice()}
        or={say('steps.or')}
        problem={problemOf(props)}
        value={draft.choice}
        onChange={(choice) => onChange({ choice })}
      />
      {safeguard === undefined ? null : (
        <p className="small soft safeguard-line">
          {say('steps.safeguard', { id: safeguard.id, title: safeguard.title })}
        </p>
      )}
    </>
  );
}

const meaningOf = (value: (typeof ratingChoices)[number], safeguard: Safeguard | undefined): string | undefined =>
  value === 'not_implemented' ? say('notImplemented') : safeguard?.doneWhen[value];
