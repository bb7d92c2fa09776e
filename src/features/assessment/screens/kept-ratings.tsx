import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { assessmentQuery } from '../../../web/client/assessment.ts';
import { say } from '../../../web/say.ts';
import type { Keeper } from './kept-edits.ts';
import { useOutbox } from './use-outbox.ts';

/** Sends what waits in this browser, on whichever page its author comes back to, and says so while it waits. */
export function KeptRatings() {
  const { data } = useQuery(assessmentQuery);
  return data === undefined ? null : <Waiting key={`${data.organisation}/${data.actor}`} keeper={data} />;
}

function Waiting({ keeper }: { readonly keeper: Keeper }) {
  const [, { edits }] = useOutbox(keeper);
  if (edits.size === 0) return null;
  return (
    <p className="kept small">
      <output>{say('assessment.state.waiting', { count: edits.size })}</output>{' '}
      <Link to="/assessment/{-$id}" params={{ id: undefined }}>
        {say('assessment.state.look')}
      </Link>
    </p>
  );
}
