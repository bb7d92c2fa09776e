import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Weights } from '../../../core/ranking/weights.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { storedRankingQuery } from '../../../web/client/ranking.ts';
import { settingsQuery, type Settings } from '../../../web/client/settings.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { reweigh } from '../../../web/kit/weights/reweigh.ts';
import { WeightsForm } from '../../../web/kit/weights/weights-form.tsx';
import { say } from '../../../web/say.ts';
import { MailSetting } from './mail-setting.tsx';
import './settings-page.css';

/** What an organisation sets for itself, a section a subject. */
export function SettingsPage() {
  const { data, error, refetch } = useQuery(settingsQuery);
  return (
    <div className="page">
      <PageHeading title={say('settings.title')} address="settings" />
      <p className="lead">{say('settings.lead')}</p>
      {data !== undefined ? (
        <>
          <RankingWeights settings={data} />
          {data.mayChange ? <MailSetting /> : null}
        </>
      ) : error === null ? (
        <Loading what={say('settings.loading')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

/** The same form as beside the ranking. Without a profile there is nothing to rank yet, so nothing to show moving. */
function RankingWeights({ settings }: { readonly settings: Settings }) {
  const { data: ranking } = useQuery(storedRankingQuery);
  const [tried, setTried] = useState<Weights | null>(null);
  const draft = tried ?? settings.weights;
  const items =
    ranking === undefined ? null : { before: ranking.items, after: reweigh(ranking.items, draft, ranking.weightSwing) };
  return (
    <section className="setting" aria-labelledby="weights">
      <h2 id="weights">{say('weights.title')}</h2>
      <WeightsForm settings={settings} draft={draft} onDraft={setTried} items={items} onSaved={() => setTried(null)} />
    </section>
  );
}
