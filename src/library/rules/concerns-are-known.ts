import type { TierRow } from '../../core/content/method.ts';
import { factTable } from '../../core/profile/facts.ts';
import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

const forms = [
  'practice',
  'provider',
  'laboratory',
  'contact_point',
  'national_body',
  'eu_body',
  'supplier',
] as const satisfies readonly TierRow['form'][];
const known: Readonly<Record<string, readonly string[]>> = {
  service: factTable.services.values,
  technology: factTable.technology.values,
  form: forms,
};

export const concernsAreKnown: ContentRule = {
  name: 'concerns-are-known',
  why: 'A misspelt service would hide a safeguard from those who offer it.',
  check: (input) =>
    filesOf(input, 'safeguards').flatMap(({ file, item }) =>
      (item.concerns ?? []).flatMap((concern, index) => {
        const [kind = '', name = ''] = concern.split(':');
        return known[kind]?.includes(name) === true
          ? []
          : [
              {
                file,
                path: ['concerns', index],
                message: `Cannot know "${concern}": ${kind} is one of ${known[kind]?.join(', ') ?? 'nothing'}`,
              },
            ];
      }),
    ),
};
