import { useQuery } from '@tanstack/react-query';
import type { Weights } from '../../../core/ranking/weights.ts';
import { failureOf } from '../../../web/client/ask.ts';
import type { RankedItem, StoredRanking } from '../../../web/client/ranking.ts';
import { settingsQuery } from '../../../web/client/settings.ts';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Sheet } from '../../../web/kit/sheet/sheet.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { WeightsForm } from '../../../web/kit/weights/weights-form.tsx';
import { say } from '../../../web/say.ts';

export type WeightsSheetProps = {
  readonly ranking: StoredRanking;
  readonly items: readonly RankedItem[];
  readonly tried: Weights | null;
  readonly isOpen: boolean;
  readonly onTry: (weights: Weights) => void;
  readonly onClose: () => void;
};

/** The weights beside the ranking that they make. */
export const WeightsSheet = ({ isOpen, onClose, ...props }: WeightsSheetProps) => (
  <Sheet title={say('weights.title')} isOpen={isOpen} onClose={onClose}>
    <Weighing {...props} onClose={onClose} />
  </Sheet>
);

function Weighing({ ranking, items, tried, onTry, onClose }: Omit<WeightsSheetProps, 'isOpen'>) {
  const { data, error, refetch } = useQuery(settingsQuery);
  if (data === undefined)
    return error === null ? (
      <Loading what={say('settings.loading')} />
    ) : (
      <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
    );
  return (
    <WeightsForm
      settings={data}
      draft={tried ?? data.weights}
      onDraft={onTry}
      items={{ before: ranking.items, after: items }}
      onClose={onClose}
      onSaved={onClose}
    />
  );
}
