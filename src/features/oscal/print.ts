import type { Services } from '../../library/services.ts';
import { textTable } from '../../platform/text-table.ts';
import type { ConvertedView, ResolvedView, ValidityView } from './actions.ts';

const english = ({ library }: Services) => library.words('en').translate;

/** A judgement for people: one line, then each finding with its place. */
export function printValidity(view: ValidityView, services: Services): string {
  const say = english(services);
  const { name, model, schema, isValid, count, findings } = view;
  const head = say(isValid ? 'oscal.valid' : 'oscal.invalid', { name, model, schema: schema.replace('-', ', as ') });
  if (count === 0) return head;
  const rows = findings.map(({ severity, pointer, message }) => [say(`oscal.severity.${severity}`), pointer, message]);
  const more = count > findings.length ? [say('oscal.more', { count: count - findings.length })] : [];
  return [head, '', textTable(['severity', 'place', 'finding'], rows, ['start', 'start', 'start']), ...more].join('\n');
}

/** What a person should hear of a resolved catalog besides its file. */
export function printResolved({ controls, warnings }: ResolvedView, services: Services): string {
  const say = english(services);
  const head = say('oscal.resolved', { controls, warnings: warnings.length });
  return [head, ...warnings.map(({ document, pointer, message }) => `  ${document} ${pointer}: ${message}`)].join('\n');
}

/** What a converted document lost. */
export function printConverted({ lost, form }: ConvertedView, services: Services): string {
  const say = english(services);
  if (lost.length === 0) return say('oscal.converted', { form: form.toUpperCase() });
  return [say('oscal.lost', { form: form.toUpperCase(), count: lost.length }), ...lost.map((at) => `  ${at}`)].join(
    '\n',
  );
}
