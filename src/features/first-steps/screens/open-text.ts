import type { FactName } from '../../../core/profile/facts.ts';
import type { Assessment } from '../../../web/client/analysis.ts';
import { formatList } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';
import type { Step } from './steps.ts';

function factsOf(step: Step): readonly FactName[] {
  switch (step.asks) {
    case 'country':
      return ['country'];
    case 'kind':
      return ['org_kind', 'provider_form', 'entity_types'];
    case 'amount':
      return [step.fact];
    case 'group':
      return ['in_group'];
    case 'services':
      return ['services'];
    case 'rating':
      return [];
  }
}

/** What stays open while a question is unknown, and what its answer would decide. */
export function openText(step: Step, assessment: Assessment | undefined): string {
  const asked = assessment?.questions.filter(({ fact }) => factsOf(step).includes(fact)) ?? [];
  const duties = [...new Set(asked.flatMap(({ decides }) => decides))];
  const first = assessment?.obligations.find(({ id }) => id === duties[0])?.title;
  const decided = [
    ...(asked.some(({ decidesClass }) => decidesClass) ? [say('check.theClass')] : []),
    ...(first === undefined ? [] : [say('check.duties', { count: duties.length, first })]),
  ];
  const open = say(`steps.${step.name}.open`);
  return decided.length === 0 ? open : `${open} ${say('check.decides', { what: formatList(decided) })}`;
}
