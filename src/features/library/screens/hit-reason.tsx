import type { LibraryHit } from '../../../web/client/library-search.ts';
import { languageName } from '../../../web/language-name.ts';
import { formatList } from '../../../web/format.ts';
import { langOf, locale, say } from '../../../web/say.ts';

type Reason = LibraryHit['reason'];
type Met = Reason['met'][number];

/** Why an answer was found: its words, where they stand and how they meet what was typed; and what it is without. */
export function HitReason({ reason: { met, without } }: { readonly reason: Reason }) {
  if (met.length === 0) return null;
  return (
    <p className="small soft lib-why">
      {say('library.search.why')}{' '}
      {met.map((one, at) => (
        <span key={one.typed}>
          {at === 0 ? '' : '; '}
          <b lang={langOf(one.writtenIn === 'en' ? undefined : one.writtenIn)}>{one.word}</b> ({circumstances(one)})
        </span>
      ))}
      {without.length === 0 ? null : <>. {say('library.search.without', { words: formatList(without) })}</>}
    </p>
  );
}

/** "in the title", "in the text, in German, “Stunde” in another form". */
const circumstances = ({ place, how, writtenIn, typed }: Met): string =>
  [
    say(`library.search.place.${place}`),
    ...(locale.startsWith(writtenIn) || place === 'number'
      ? []
      : [say('library.search.inLanguage', { language: languageName(writtenIn) })]),
    ...(how === 'whole' ? [] : [say(`library.search.how.${how}`, { typed })]),
  ].join(', ');
