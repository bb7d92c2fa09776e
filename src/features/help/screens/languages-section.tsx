import { useQuery } from '@tanstack/react-query';
import { translationsQuery } from '../../../web/client/languages.ts';
import { languages, say } from '../../../web/say.ts';

/** Which languages there are, and how far each is. */
export function LanguagesSection() {
  const { data = [] } = useQuery(translationsQuery);
  return (
    <section className="section" aria-labelledby="languages">
      <h2 id="languages">{say('languages.title')}</h2>
      <p>{say('languages.lead')}</p>
      <dl className="terms">
        {Object.entries(languages).map(([id, { name }]) => {
          const counts = data.find(({ language }) => language === id);
          return (
            <div key={id}>
              <dt lang={id}>{name}</dt>
              <dd>{counts === undefined ? say('languages.source') : say('languages.counts', { ...counts })}</dd>
            </div>
          );
        })}
      </dl>
      <p>{say('languages.content')}</p>
    </section>
  );
}
