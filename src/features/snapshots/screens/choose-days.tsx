import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Compared, Snapshot } from '../../../web/client/snapshots.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';
import { now } from './address.ts';

/** Which two days: the oldest and now, until someone chooses. */
export function ChooseDays({
  snapshots,
  chosen,
}: {
  readonly snapshots: readonly Snapshot[];
  readonly chosen?: Compared;
}) {
  const navigate = useNavigate();
  const [from, setFrom] = useState(chosen?.from ?? snapshots.at(-1)?.id ?? null);
  const [to, setTo] = useState(chosen?.to ?? now);
  const days = snapshots.map(({ id, name, day }) => ({
    id,
    name: say('snapshots.dayOf', { name, day: formatDate(day) }),
  }));
  const compare = (): void => {
    if (from !== null) void navigate({ to: '/snapshots/compare', search: { from, to } });
  };
  return (
    <div className="snapshots-choose">
      <Select
        id="from"
        label={say('snapshots.from')}
        empty={say('snapshots.choose')}
        options={days}
        value={from}
        onChange={setFrom}
      />
      <Select
        id="to"
        label={say('snapshots.to')}
        empty={say('snapshots.choose')}
        options={[{ id: now, name: say('snapshots.now') }, ...days]}
        value={to}
        onChange={setTo}
      />
      <Button look={chosen === undefined ? 'main' : 'quiet'} onPress={compare}>
        {say('snapshots.compare')}
      </Button>
    </div>
  );
}
