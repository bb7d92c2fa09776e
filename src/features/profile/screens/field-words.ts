import type { Country } from '../../../core/content/country.ts';
import type { ProfileField } from '../../../core/profile/fact-groups.ts';
import { isFactName } from '../../../core/profile/facts.ts';
import { formatDate, formatEuros, formatList, formatNumber } from '../../../web/format.ts';
import { isWordKey, say } from '../../../web/say.ts';
import type { FieldProblem } from './field-draft.ts';
import type { FieldKind, RecordKind } from './field-kinds.ts';

/** What a field is called. */
export const fieldName = (field: ProfileField): string =>
  isFactName(field) ? say(`facts.${field}`) : say(`profile.fields.${field}`);

/** How to answer it; nothing where its name says it all. */
export const hintOf = (field: ProfileField): string | undefined => wordsAt(`profile.hints.${field}`);

const wordsAt = (key: string): string | undefined => (isWordKey(key) ? say(key) : undefined);

/** A value of a choice in words; those that several fields share stand once. */
export const valueName = (field: string, value: string): string =>
  wordsAt(`profile.values.${field}.${value}`) ?? wordsAt(`${sharedValues[field] ?? ''}.${value}`) ?? value;

const sharedValues: Readonly<Record<string, string>> = {
  services: 'service',
  service: 'service',
  technology: 'technology',
  roles_present: 'role',
  inhouse_ivd: 'profile.values.inhouse_devices',
};

/** What stands after a number; a plain count has nothing there. */
export const unitName = (unit: string): string | undefined => wordsAt(`profile.units.${unit}`);

/** What a field of a record is called. */
export const recordFieldName = (name: string): string =>
  wordsAt(`profile.records.${name}`) ?? wordsAt(`facts.${name}`) ?? name;

/** What to do about a field that cannot be read. */
export const problemText = ({ kind, within }: FieldProblem): string =>
  say(`profile.problems.${kind}`, { min: formatNumber(within?.min ?? 0), max: formatNumber(within?.max ?? 0) });

/** A stored answer in words. */
export function answerText(
  field: ProfileField,
  kind: FieldKind,
  value: unknown,
  countries: readonly Country[],
): string {
  if (value === undefined || value === null) return say('profile.notKnown');
  switch (kind.kind) {
    case 'elsewhere':
      return '';
    case 'records':
      return say('profile.entries', { count: (value as readonly unknown[]).length });
    case 'choices':
    case 'countries': {
      const names = (value as readonly string[]).map((one) => nameOf(field, kind, one, countries));
      return names.length === 0 ? say('profile.none') : formatList(names);
    }
    default:
      return scalarText(field, kind, value, countries);
  }
}

function scalarText(field: string, kind: RecordKind, value: unknown, countries: readonly Country[]): string {
  switch (kind.kind) {
    case 'bool':
      return say(value === true ? 'profile.yes' : 'profile.no');
    case 'number':
      return kind.unit === 'eur'
        ? formatEuros(value as number)
        : `${formatNumber(value as number)} ${unitName(kind.unit) ?? ''}`.trim();
    case 'date':
      return formatDate(String(value));
    case 'text':
      return String(value);
    default:
      return nameOf(field, kind, String(value), countries);
  }
}

const nameOf = (
  field: string,
  { kind }: Pick<FieldKind, 'kind'>,
  value: string,
  countries: readonly Country[],
): string =>
  kind === 'country' || kind === 'countries'
    ? (countries.find(({ code }) => code === value)?.name ?? value)
    : valueName(field, value);
