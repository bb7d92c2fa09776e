import type { Formats } from '../report/formats.ts';
import type { PinRefusal } from './pins.ts';

/** Which sentence says a refusal, and what stands in it; the sentences are in the catalogue under `plan.refused`. */
export type RefusalWords = { readonly key: RefusalKey; readonly values: Readonly<Record<string, string>> };
/** A sentence of the catalogue. */
export type RefusalKey =
  | 'not_open'
  | 'outside'
  | 'needs'
  | 'needsNever'
  | 'full'
  | 'shortOfDays'
  | 'shortOfMoney'
  | 'breaks';

/** The sentence for a refusal. `nameOf` says what a safeguard is called there. */
export function refusalWords(reason: PinRefusal, formats: Formats, nameOf: (id: string) => string): RefusalWords {
  switch (reason.kind) {
    case 'not_open':
      return { key: 'not_open', values: {} };
    case 'outside':
      return {
        key: 'outside',
        values: { first: formats.quarter(reason.first), last: formats.quarter(reason.last) },
      };
    case 'needs':
      return reason.endsIn === null
        ? { key: 'needsNever', values: { needed: nameOf(reason.id) } }
        : { key: 'needs', values: { needed: nameOf(reason.id), quarter: formats.quarter(reason.endsIn) } };
    case 'full':
      return { key: 'full', values: { quarter: formats.quarter(reason.quarter) } };
    case 'too_large':
      return reason.limit === 'days'
        ? { key: 'shortOfDays', values: { days: formats.number(reason.missingDays) } }
        : { key: 'shortOfMoney', values: { money: formats.money(reason.missingEur) } };
    case 'breaks':
      return { key: 'breaks', values: { other: nameOf(reason.id), quarter: formats.quarter(reason.quarter) } };
  }
}

/** A refusal as named parts, in the form in which an answer of the API carries details. */
export const refusalParts = (reason: PinRefusal): readonly { readonly path: string; readonly message: string }[] =>
  Object.entries(reason).flatMap(([path, value]) => (value === null ? [] : [{ path, message: String(value) }]));

/** The refusal that such parts say; null where they say none. */
export function refusalOfParts(
  parts: readonly { readonly path: string; readonly message: string }[],
): PinRefusal | null {
  const said = new Map(parts.map(({ path, message }) => [path, message]));
  const text = (name: string): string => said.get(name) ?? '';
  const id = text('id') as Extract<PinRefusal, { id: unknown }>['id'];
  switch (said.get('kind')) {
    case 'not_open':
      return { kind: 'not_open' };
    case 'outside':
      return { kind: 'outside', first: text('first'), last: text('last') };
    case 'needs':
      return { kind: 'needs', id, endsIn: said.get('endsIn') ?? null };
    case 'full':
      return { kind: 'full', quarter: text('quarter') };
    case 'too_large':
      return {
        kind: 'too_large',
        limit: text('limit') === 'money' ? 'money' : 'days',
        missingDays: Number(text('missingDays')),
        missingEur: Number(text('missingEur')),
      };
    case 'breaks':
      return { kind: 'breaks', id, quarter: text('quarter') };
    default:
      return null;
  }
}
