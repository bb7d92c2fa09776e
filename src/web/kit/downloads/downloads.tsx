import { useRef, useState } from 'react';
import type { Result } from '../../../core/base.ts';
import type { Failure } from '../../client/ask.ts';
import { documentFormats, saveFile, type DocumentFormat, type MadeFile } from '../../client/file.ts';
import { Button } from '../button/button.tsx';
import { After } from '../region/loading.tsx';
import { Icon } from '../signs/signs.tsx';
import { FailureNote } from '../summary/failure-note.tsx';
import { say } from '../../say.ts';
import './downloads.css';

const noticeMs = 300;
const longMs = 2000;

type Work = {
  readonly format: DocumentFormat;
  readonly state: 'making' | 'failed' | 'done';
  readonly name?: string;
  readonly failure?: Failure;
};

/** A document as a file, with word of how it goes. */
export function Downloads({
  make,
}: {
  readonly make: (format: DocumentFormat, signal: AbortSignal) => Promise<Result<MadeFile, Failure>>;
}) {
  const [work, setWork] = useState<Work | null>(null);
  const running = useRef<AbortController | null>(null);

  const download = async (format: DocumentFormat): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setWork({ format, state: 'making' });
    const file = await make(format, controller.signal);
    if (controller.signal.aborted) return;
    if (!file.ok) return setWork({ format, state: 'failed', failure: file.error });
    saveFile(file.value);
    setWork({ format, state: 'done', name: file.value.name });
  };
  const cancel = (): void => {
    running.current?.abort();
    setWork(null);
  };

  return (
    <div className="downloads">
      <div className="buttons">
        {documentFormats.map((format) => (
          <DownloadButton key={format} format={format} onPress={() => void download(format)} />
        ))}
      </div>
      <Progress work={work} onCancel={cancel} />
      {work?.state === 'failed' && work.failure !== undefined ? (
        <FailureNote
          title={say('guide.notMade', { format: say(`guide.formats.${work.format}`) })}
          failure={work.failure}
          onRetry={() => void download(work.format)}
        />
      ) : null}
    </div>
  );
}

const DownloadButton = ({ format, onPress }: { readonly format: DocumentFormat; readonly onPress: () => void }) => (
  <Button
    look={format === 'pdf' ? 'quiet' : 'text'}
    onPress={onPress}
    aria-label={say('guide.downloadAs', { format: say(`guide.formats.${format}`) })}
  >
    {format === 'pdf' ? <Icon name="get" /> : null}
    {say(`guide.formats.${format}`)}
  </Button>
);

/** Says what is being made once it takes long enough to be noticed, and lets it be stopped once it takes longer. */
function Progress({ work, onCancel }: { readonly work: Work | null; readonly onCancel: () => void }) {
  const isMaking = work?.state === 'making';
  return (
    <div className="progress small">
      <output>
        {isMaking ? (
          <After waitMs={noticeMs}>{say('guide.making', { format: say(`guide.formats.${work.format}`) })}</After>
        ) : work?.state === 'done' ? (
          say('guide.saved', { name: work.name ?? '' })
        ) : null}
      </output>
      {isMaking ? (
        <After waitMs={longMs}>
          <div className="progress-bar" aria-hidden="true" />
          <Button look="text" onPress={onCancel}>
            {say('guide.cancel')}
          </Button>
        </After>
      ) : null}
    </div>
  );
}
