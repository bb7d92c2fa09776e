import type { Translate } from '../report/words.ts';
import type { FrameworkEdition } from './edition.ts';
import type { LicenceStance } from './licence.ts';
import { unplacedIn, withheldBy } from './pass-on.ts';

/** Where an exported file is from, what its licence kept out, and what the form has no place for: one sentence each. */
export function exportNotice(
  {
    edition,
    passed,
    stance,
    form,
  }: {
    readonly edition: FrameworkEdition;
    /** The same with only what may be passed on. */
    readonly passed: FrameworkEdition;
    readonly stance: LicenceStance;
    readonly form: 'oscal' | 'sheet';
  },
  say: Translate,
): string {
  const { title, edition: version, publisher } = edition;
  const unplaced = Object.entries(unplacedIn(form, passed)).map(([what, count]) =>
    say(`imports.export.unplaced.${what}`, { count }),
  );
  return [
    say(publisher === null ? 'imports.export.from' : 'imports.export.fromPublisher', {
      title,
      edition: version,
      publisher: publisher ?? '',
    }),
    say(`imports.export.withheld.${withheldBy(stance)}`),
    ...(unplaced.length === 0 ? [] : [say('imports.export.noPlace', { what: unplaced.join(', ') })]),
  ].join(' ');
}
