import { say } from '../../../web/say.ts';
import type { Problem } from './draft.ts';
import type { Step } from './steps.ts';

/** What to do about a field that cannot be read. */
export function problemText(step: Step, { kind }: Problem): string {
  if (kind !== 'noChoice') return say(`problems.${kind}`);
  return step.asks === 'amount' ? say('problems.empty') : say(`problems.noChoice.${step.asks}`);
}
