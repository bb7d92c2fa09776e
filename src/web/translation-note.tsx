import { useQuery } from '@tanstack/react-query';
import { translationsQuery } from './client/languages.ts';
import { language, say } from './say.ts';

/** Who vouches for the language of the page, and how many texts are older than the English; nothing in English. */
export function TranslationNote({ hasHelp }: { readonly hasHelp: boolean }) {
  const { data } = useQuery({ ...translationsQuery, enabled: language !== 'en' });
  const counts = data?.find((one) => one.language === language);
  if (counts === undefined || (counts.machine === 0 && counts.stale === 0)) return null;
  return (
    <p>
      <span>
        {counts.machine === 0 ? null : say('languages.byMachine')}{' '}
        {counts.stale === 0 ? null : say('languages.older', { count: counts.stale })}
      </span>
      {hasHelp ? <a href="/help#languages">{say('languages.how')}</a> : null}
    </p>
  );
}
