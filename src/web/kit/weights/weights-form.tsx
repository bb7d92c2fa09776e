import { formatFixed } from '../../format.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sameWeights, weightNames, withWeight, type WeightName, type Weights } from '../../../core/ranking/weights.ts';
import type { Failure } from '../../client/ask.ts';
import type { RankedItem } from '../../client/ranking.ts';
import { saveWeights, type Settings } from '../../client/settings.ts';
import { say } from '../../say.ts';
import { Button } from '../button/button.tsx';
import { FailureNote } from '../summary/failure-note.tsx';
import { MovedRanks } from './moved-ranks.tsx';
import './weights.css';

export type WeightsFormProps = {
  readonly settings: Settings;
  /** The weights being tried. */
  readonly draft: Weights;
  readonly onDraft: (weights: Weights) => void;
  /** The ranking as it is and as the draft would make it; null where there is none yet. */
  readonly items: { readonly before: readonly RankedItem[]; readonly after: readonly RankedItem[] } | null;
  /** Where it stands in a sheet: how to leave it. */
  readonly onClose?: (() => void) | undefined;
  /** Told once the weights are stored and the ranking was made anew. */
  readonly onSaved?: (() => void) | undefined;
};

/** Two decimals, as the formula is written. */
export const shownWeight = (weight: number): string => formatFixed(weight, 2);
export const shownWeights = ({ risk, duty, agreed }: Weights) => ({
  risk: shownWeight(risk),
  duty: shownWeight(duty),
  agreed: shownWeight(agreed),
});

/** Three weights that always sum to 1, what they would move, and storing them. */
export function WeightsForm({ settings, draft, onDraft, items, onClose, onSaved }: WeightsFormProps) {
  const { failure, isSaving, isSaved, save } = useSaving(settings, onSaved);
  const isMethod = sameWeights(draft, settings.methodWeights);
  const isStored = sameWeights(draft, settings.weights);
  return (
    <div className="weights">
      <p className="small soft">{say('weights.lead')}</p>
      {failure === null ? null : <NotSaved failure={failure} />}
      {weightNames.map((name) => (
        <OneWeight key={name} name={name} weights={draft} onChange={onDraft} />
      ))}
      <p className="buttons">
        <Button look="quiet" isDisabled={isMethod} onPress={() => onDraft(settings.methodWeights)}>
          {say('weights.method')}
        </Button>
        {isMethod ? <span className="small soft">{say('weights.isMethod')}</span> : null}
      </p>
      <MovedRanks items={items} />
      <div className="buttons weights-end">
        {settings.mayChange ? (
          <Button isDisabled={isStored} isPending={isSaving} onPress={() => save(isMethod ? null : draft)}>
            {say(isSaving ? 'weights.saving' : 'weights.save')}
          </Button>
        ) : (
          <p className="small soft">{say('weights.readOnly')}</p>
        )}
        {onClose === undefined ? null : (
          <Button look="text" onPress={onClose}>
            {say('weights.close')}
          </Button>
        )}
      </div>
      <output className="small weights-saved">
        {isSaved && isStored ? say('weights.saved', shownWeights(settings.weights)) : null}
      </output>
    </div>
  );
}

function useSaving(settings: Settings, onSaved: (() => void) | undefined) {
  const client = useQueryClient();
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (weights: Weights | null): Promise<void> => {
    setState('saving');
    const saved = await saveWeights(client, weights, settings.version);
    setFailure(saved.ok ? null : saved.error);
    setState(saved.ok ? 'saved' : 'idle');
    if (saved.ok) onSaved?.();
  };
  return {
    failure,
    isSaving: state === 'saving',
    isSaved: state === 'saved',
    save: (weights: Weights | null) => void save(weights),
  };
}

const NotSaved = ({ failure }: { readonly failure: Failure }) =>
  failure.kind === 'conflict' ? (
    <p className="problem" role="alert">
      {say('weights.stale')}
    </p>
  ) : (
    <FailureNote title={say('weights.notSaved')} failure={failure} />
  );

/** The browser's own slider: arrows move it by a hundredth, Page keys by ten. */
function OneWeight({
  name,
  weights,
  onChange,
}: {
  readonly name: WeightName;
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
}) {
  const id = useId();
  const value = weights[name];
  return (
    <div className="weight">
      <label htmlFor={id}>{say(`weights.names.${name}`)}</label>
      <output htmlFor={id} aria-hidden="true">
        {shownWeight(value)}
      </output>
      <p id={`${id}-hint`} className="small soft">
        {say(`weights.hints.${name}`)}
      </p>
      <input
        id={id}
        type="range"
        min="0"
        max="100"
        step="1"
        value={Math.round(value * 100)}
        aria-valuetext={shownWeight(value)}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(withWeight(weights, name, Number(event.currentTarget.value) / 100))}
      />
    </div>
  );
}
