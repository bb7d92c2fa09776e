import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { countRatings } from '../../../core/assessment/overview.ts';
import type { Assessment, Ratings } from '../../../web/client/assessment.ts';
import { sessionQuery } from '../../../web/client/session.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Button } from '../../../web/kit/button/button.tsx';
import { useShortcuts } from '../../../web/kit/rating/shortcuts.ts';
import { byName, say } from '../../../web/say.ts';
import { AskBar, withOrWithout } from './ask-bar.tsx';
import { DomainTabs } from './domain-tabs.tsx';
import { FilterTools } from './filter-tools.tsx';
import { everything, passes, type Filter, type Show } from './filters.ts';
import { KeyHelp } from './key-help.tsx';
import { OutsideList } from './outside-list.tsx';
import { filterOf, placeOf, searchOf, type AssessmentSearch, type Place } from './place.ts';
import { RatingList } from './rating-list.tsx';
import { SaveState } from './save-state.tsx';
import { SheetProvider } from './sheet-context.ts';
import { useOutbox } from './use-outbox.ts';
import { useNewest, useSame } from './use-same.ts';
import { rowsOf } from './rows-of.ts';
import { useSheet, type Sheet } from './use-sheet.ts';
import { ownerList } from './work-fields.tsx';
import { useWorstSites } from './worst-sites.ts';

export type WorksheetProps = {
  readonly assessment: Assessment;
  readonly ratings: Ratings;
  readonly openId: string | undefined;
  readonly search: AssessmentSearch;
};

/** The page once it knows what to show: domains, filters, keys, the list, and what is saved. */
export function Worksheet({ assessment, ratings, openId, search }: WorksheetProps) {
  const [outbox, outboxState] = useOutbox(assessment);
  const filter = useSame(filterOf(search));
  const place = placeOf(assessment, openId, search);
  const goTo = useGoTo(filter);
  const sheet = useSheet({ assessment, ratings, outbox, outboxState, filter, place, goTo });
  const [hasLetters, setLetters] = useShortcuts();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { data: session } = useQuery(sessionQuery);
  const me = session?.account?.name ?? null;
  const worstSites = useWorstSites();
  // A key is answered before the numbers in the lists of choices are.
  const owners = useDeferredValue(useSame(ownersIn(assessment, sheet)));
  const counts = useDeferredValue(useSame(countsOf(assessment, sheet)));
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const choose = useNewest((id: string) => setChosen(withOrWithout(chosen ?? [], id)));
  const info = useMemo(
    () => ({ acts: sheet.acts, today: assessment.on, mayRate: assessment.mayRate, choose }),
    [sheet.acts, assessment.on, assessment.mayRate, choose],
  );
  const setFilter = useNewest((next: Filter) => goTo({ openId: null, domainId: sheet.domain.id }, next));
  return (
    <SheetProvider value={info}>
      <div className="page as-page">
        <PageHeading title={say('assessment.name')} address="assessment" isTarget={openId === undefined}>
          {say('assessment.title', { domain: sheet.domain.title })}
        </PageHeading>
        <Lead assessment={assessment} sheet={sheet} onFirst={() => setFilter({ ...everything, show: 'first' })} />
        <DomainTabs assessment={assessment} sheet={sheet} filter={filter} />
        <FilterTools filter={filter} counts={counts} owners={owners} me={me} onFilter={setFilter} />
        <KeyHelp
          hasLetters={hasLetters}
          onLetters={setLetters}
          isOpen={isHelpOpen}
          onOpen={setHelpOpen}
          onLeave={() => sheet.currentId !== null && sheet.acts.focus(sheet.currentId, 'row')}
        />
        {assessment.mayRate ? <AskBar chosen={chosen} onChosen={setChosen} /> : null}
        <RatingList
          sheet={sheet}
          chosen={chosen}
          place={place}
          outbox={outboxState}
          hasLetters={hasLetters}
          onHelp={() => setHelpOpen(true)}
          onClear={() => setFilter(everything)}
          onDomain={(domainId) => goTo({ openId: null, domainId })}
          assessment={assessment}
          worstSites={worstSites}
        />
        <OutsideList outside={assessment.outside} />
        <SaveState outbox={outbox} state={outboxState} sheet={sheet} />
        <OwnerNames me={me} owners={owners} />
      </div>
    </SheetProvider>
  );
}

/** What a field for an owner offers: oneself first. */
const OwnerNames = ({ me, owners }: { readonly me: string | null; readonly owners: readonly string[] }) => (
  <datalist id={ownerList}>
    {[...new Set([...(me === null ? [] : [me]), ...owners])].map((owner) => (
      <option key={owner}>{owner}</option>
    ))}
  </datalist>
);

/** Changes the address, and nothing else: neither focus nor scroll. */
function useGoTo(filter: Filter): (place: Place, next?: Filter) => void {
  const navigate = useNavigate();
  return ({ openId, domainId }, next = filter) =>
    void navigate({
      to: '/assessment/{-$id}',
      params: { id: openId ?? undefined },
      search: searchOf(next, domainId),
      replace: true,
      resetScroll: false,
    });
}

const countsOf = ({ domains, on }: Assessment, { stateOf }: Sheet): Readonly<Record<Show, number>> => {
  const rows = domains.flatMap(rowsOf).map((row) => [row, stateOf(row.id)] as const);
  const count = (show: Show): number =>
    rows.filter(([row, state]) => passes(row, state, { ...everything, show }, on)).length;
  return {
    all: rows.length,
    unknown: count('unknown'),
    first: count('first'),
    due: count('due'),
    expired: count('expired'),
  };
};

function ownersIn({ domains }: Assessment, { stateOf }: Sheet): readonly string[] {
  const named = domains.flatMap(rowsOf).flatMap(({ id }) => {
    const owner = stateOf(id).owner?.trim() ?? '';
    return owner === '' ? [] : [owner];
  });
  return [...new Set(named)].toSorted(byName);
}

function Lead({
  assessment,
  sheet,
  onFirst,
}: {
  readonly assessment: Assessment;
  readonly sheet: Sheet;
  readonly onFirst: () => void;
}) {
  const numbersOf = (ids: readonly { readonly id: string }[]) => {
    const { unknown } = countRatings(ids.map(({ id }) => sheet.stateOf(id).rating));
    return { rated: ids.length - unknown, all: ids.length };
  };
  const total = numbersOf(assessment.domains.flatMap(rowsOf));
  const here = numbersOf(rowsOf(sheet.domain));
  const { hasProfile, mayRate } = assessment;
  return (
    <>
      <p className="lead">
        {total.rated > 0
          ? say('assessment.lead', { ...total, here: here.rated, allHere: here.all })
          : say(hasProfile ? 'assessment.empty' : 'assessment.emptyNoProfile', { all: total.all })}
      </p>
      {total.rated > 0 || !hasProfile ? null : (
        <p className="buttons as-begin">
          <Button look="quiet" onPress={onFirst}>
            {say('assessment.emptyStart')}
          </Button>
        </p>
      )}
      {hasProfile ? null : (
        <Note look="ochre">
          <p>{say('assessment.noProfile')}</p>
          <p>
            <a href="/first-steps">{say('assessment.noProfileStart')}</a>
          </p>
        </Note>
      )}
      {mayRate ? null : (
        <Note>
          <p>{say('assessment.readOnly')}</p>
        </Note>
      )}
      <p className="as-ways small">
        <Link to="/assessment/sheet">{say('sheetPage.name')}</Link>
        <Link to="/assessment/answers">{say('answersPage.name')}</Link>
        <Link to="/snapshots">{say('snapshots.link')}</Link>
        <Link to="/sites">{say('sites.link')}</Link>
      </p>
    </>
  );
}
