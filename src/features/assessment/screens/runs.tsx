import type { Prose } from '../../../web/client/assessment.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { CheckSquare } from '../../../web/kit/signs/signs.tsx';

/** Prose with its citations. */
export const Runs = ({ prose }: { readonly prose: Prose }) =>
  prose.map((run, index) => {
    if (typeof run === 'string') return <InLanguage key={index} text={run} />;
    if ('strong' in run)
      return (
        <a key={index} href={`/library/${run.strong}`}>
          {run.strong}
        </a>
      );
    return (
      <a key={index} className="cite" href={`/library/${run.cite}`}>
        {run.text}
        <CheckSquare status={run.status} />
      </a>
    );
  });
