import type { Practice, PipelineLaw, Term } from '../content/shared.ts';
import { refOf } from './item.ts';
import { linksTo } from './lookup.ts';
import type { PageInput } from './own.ts';
import type { PageParts } from './page.ts';
import { points, prose, requirementRow, rows, safeguardRow } from './rows.ts';

/** What a body shared: what it did, what proves it, what others can take from it. */
export function practicePage(input: PageInput, item: Practice): PageParts {
  const { lookup } = input;
  const isRecalled = item.verification.status === 'recall';
  return {
    title: item.title,
    lead: isRecalled ? null : item.gist,
    facts: [
      { id: 'by', text: item.by },
      { id: 'country', links: linksTo(lookup, [refOf('country', item.country)]) },
      { id: 'sharedOn', date: item.sharedOn },
      {
        id: 'chapters',
        links: linksTo(
          lookup,
          item.chapters.map((id) => refOf('chapter', id)),
        ),
      },
    ],
    sections: [
      rows('answers', item.answers === undefined ? [] : requirementRow(lookup, item.answers)),
      points('shownBy', isRecalled ? [] : item.evidence),
      prose('use', item.use),
      rows(
        'safeguards',
        lookup.content.safeguards
          .filter(({ id }) => item.safeguards.includes(id))
          .map((safeguard) => safeguardRow(input, safeguard)),
      ),
    ],
    verification: item.verification,
  };
}

/** Law on its way. What is only recalled of it is not told. */
export function pipelinePage({ lookup }: PageInput, item: PipelineLaw): PageParts {
  const isRecalled = item.verification.status === 'recall';
  return {
    title: item.title,
    lead: isRecalled ? null : item.effect,
    url: item.url,
    facts: [
      { id: 'stage', word: `library.stage.${item.stage}` },
      { id: 'seenOn', text: item.seenOn },
      {
        id: 'countries',
        links: linksTo(
          lookup,
          (item.countries ?? []).map((code) => refOf('country', code)),
        ),
      },
      { id: 'documents', links: linksTo(lookup, item.documents) },
    ],
    sections: [isRecalled ? null : prose('stageNote', item.stageNote)],
    verification: item.verification,
  };
}

/** A word, explained once. */
export const termPage = (_: PageInput, item: Term): PageParts => ({
  title: item.title,
  lead: item.meaning,
  facts: item.also.length === 0 ? [] : [{ id: 'also', text: item.also.join(', ') }],
  verification: item.verification,
});
