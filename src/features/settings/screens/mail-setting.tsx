import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { mailQuery, sendTestMail, type MailStatus } from '../../../web/client/mail.ts';
import { sessionQuery } from '../../../web/client/session.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';

/** Mail, for administrators: they see how it goes; whoever runs the installation sets it up. */
export function MailSetting() {
  const { data, error, refetch } = useQuery(mailQuery);
  return (
    <section className="setting" aria-labelledby="mail">
      <h2 id="mail">{say('mailSetting.title')}</h2>
      {data !== undefined ? (
        data.isOn ? (
          <Status status={data} />
        ) : (
          <Note>
            <p>{say('mailSetting.off')}</p>
          </Note>
        )
      ) : error === null ? (
        <Loading what={say('settings.loading')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </section>
  );
}

function Status({ status }: { readonly status: MailStatus }) {
  const { server, encryption, from, waiting, sent, failed, lastError } = status;
  const account = useQuery(sessionQuery).data?.account ?? null;
  return (
    <>
      <p>
        {say('mailSetting.on', { server: server ?? '', encryption: encryption ?? '', from: from ?? '' })}{' '}
        {say('mailSetting.counts', { waiting, sent, failed })}
      </p>
      {lastError === null ? null : (
        <Note look="ochre">
          <p>{say('mailSetting.lastError', { lastError })}</p>
        </Note>
      )}
      {account?.isOperator === true ? <Test address={account.email} /> : null}
    </>
  );
}

/** The server's answer is shown as it came: it is what whoever set mail up has to know. */
function Test({ address }: { readonly address: string }) {
  const [answer, setAnswer] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const test = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setAnswer(say('mailSetting.testing'));
    const sent = await sendTestMail(address);
    setBusy(false);
    setAnswer(sent.ok ? say('mailSetting.tested', { address }) : sent.error.message);
  };
  return (
    <p className="buttons">
      <Button look="quiet" onPress={() => void test()}>
        {say('mailSetting.test', { address })}
      </Button>
      <output>{answer}</output>
    </p>
  );
}
