import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { documentsQuery } from '../../client/library.ts';
import type { Checked, Cite as Place } from '../../client/obligations.ts';
import { CheckSquare } from './signs.tsx';

/** A place in a document with how well it was checked; it leads to the document's page in the library. */
export function Cite({ cite, status }: { readonly cite: Place; readonly status: Checked['status'] }) {
  const { data: documents } = useQuery(documentsQuery);
  const title = documents?.get(cite.document)?.shortTitle ?? cite.document;
  return (
    <Link className="cite long" to="/library/$id" params={{ id: cite.document }}>
      {cite.locator.startsWith(title) ? cite.locator : `${title} ${cite.locator}`.trim()}
      <CheckSquare status={status} />
    </Link>
  );
}
