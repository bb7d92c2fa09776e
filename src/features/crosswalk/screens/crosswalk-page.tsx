import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { SideFacts } from '../../../core/crosswalk/view.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { crosswalkQuery, frameworksQuery } from '../../../web/client/crosswalk.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { ComboBox } from '../../../web/kit/combo/combo-box.tsx';
import { frameworkName } from '../../../web/kit/crosswalk/requirement-name.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { withPart, type CrosswalkAddress } from './address.ts';
import { CrosswalkBody } from './crosswalk-body.tsx';
import './crosswalk.css';

const route = getRouteApi('/library/crosswalk');

/** What does one framework say of another? Which two, and which part of it, is in the address. */
export function CrosswalkPage() {
  const address = route.useSearch();
  const navigate = useNavigate();
  const { data: frameworks, error, refetch } = useQuery(frameworksQuery);
  const go = (search: CrosswalkAddress): void =>
    void navigate({ to: '/library/crosswalk', search, resetScroll: false });
  return (
    <div className="page wide crosswalk">
      <PageHeading title={say('crosswalking.title')} address="/library/crosswalk">
        {say('crosswalking.question')}
      </PageHeading>
      {error !== null ? (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      ) : frameworks === undefined ? (
        <Loading what={say('crosswalking.loadingFrameworks')} />
      ) : (
        <>
          <p className="lead">{say('crosswalking.lead')}</p>
          <Choice frameworks={frameworks} address={address} onGo={go} />
          {frameworks.some(({ kind }) => kind === 'imported' || kind === 'named') ? null : <WhatToImport />}
          <Chosen address={address} onGo={go} />
        </>
      )}
    </div>
  );
}

type Going = { readonly address: CrosswalkAddress; readonly onGo: (address: CrosswalkAddress) => void };

function Choice({ frameworks, address, onGo }: Going & { readonly frameworks: readonly SideFacts[] }) {
  const { from, to, steps } = address;
  const options = frameworks.map((one) => ({
    id: one.id,
    name: frameworkName(one),
    detail: [say(`crosswalk.kinds.${one.kind}`), one.edition ?? ''].filter((part) => part !== '').join(', '),
  }));
  // The parts of one pair of frameworks mean nothing in another, so they go with it.
  const choose = (side: { readonly from?: string; readonly to?: string }): void =>
    onGo(withPart({ ...address, ...side }, { only: undefined, row: undefined, column: undefined }));
  return (
    <div className="cw-choice">
      <ComboBox
        id="from"
        label={say('crosswalking.from')}
        hint={say('crosswalking.chooseHint')}
        options={options}
        value={from ?? null}
        onChange={(id) => choose({ from: id })}
      />
      <ComboBox
        id="to"
        label={say('crosswalking.to')}
        hint={say('crosswalking.chooseHint')}
        options={options}
        value={to ?? null}
        onChange={(id) => choose({ to: id })}
      />
      <Select
        id="steps"
        label={say('crosswalking.steps')}
        empty={say('crosswalking.steps')}
        options={(['1', '2', '3'] as const).map((id) => ({ id, name: say(`crosswalking.stepsOf.${id}`) }))}
        value={steps ?? '2'}
        onChange={(id) => onGo(withPart(address, { steps: id }))}
      />
      {from === undefined || to === undefined ? null : (
        <Button look="quiet" onPress={() => choose({ from: to, to: from })}>
          {say('crosswalking.turn')}
        </Button>
      )}
    </div>
  );
}

const WhatToImport = () => (
  <Note>
    <p>{say('crosswalking.nothingImported')}</p>
    <p>{say('crosswalking.whatToImport')}</p>
    <p>
      <Link to="/library/imports">{say('crosswalking.toImports')}</Link>
    </p>
  </Note>
);

function Chosen({ address, onGo }: Going) {
  const { from, to } = address;
  if (from === undefined || to === undefined) return null;
  return from === to ? (
    <Note look="ochre">{say('crosswalking.same')}</Note>
  ) : (
    <Asked address={{ ...address, from, to }} onGo={onGo} />
  );
}

type Both = CrosswalkAddress & { readonly from: string; readonly to: string };

function Asked({ address, onGo }: { readonly address: Both; readonly onGo: Going['onGo'] }) {
  const { from, to, steps, only, row, column, skip } = address;
  const { data, error, refetch, isPlaceholderData } = useQuery(
    crosswalkQuery({ from, to, steps, only, fromGroup: row, toGroup: column, skip }),
  );
  if (error !== null)
    return <FailureNote title={say('crosswalking.failed')} failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what={say('crosswalking.loading')} />;
  return <CrosswalkBody view={data} address={address} isStale={isPlaceholderData} onGo={onGo} />;
}
