// The 26 worked cases of the specification. They lie beside the project, because others check their tools by them too.
import { expect, test } from 'vitest';
import { law, obligationCases, type ObligationCase } from '../../../tests/support/law.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Facts } from '../profile/facts.ts';
import { assessObligations, type Assessment } from './assess.ts';

const cases = obligationCases();
const binding = ['binding_now', 'binding_from', 'sector_scheme'];

/** What a case asks for and the assessment does not give, each in a few words. */
function differences(wanted: ObligationCase, found: Assessment): readonly string[] {
  const forces = new Map(found.obligations.map((obligation) => [obligation.id as string, obligation]));
  const asked = found.questions.map(({ fact }) => fact as string);
  const wrong = wanted.expect.flatMap(({ obligation, force, from }) => {
    const got = forces.get(obligation);
    const isRight = got?.force === force && (from === undefined || got.from === from);
    return isRight ? [] : [`${obligation}: ${got?.force} ${got?.from ?? ''}, wanted ${force} ${from ?? ''}`];
  });
  const forbidden = (wanted.must_not ?? []).flatMap(([obligation, force]) => {
    const got = forces.get(obligation)?.force ?? '';
    return (force === 'binding' ? binding.includes(got) : got === force) ? [`${obligation}: must not be ${got}`] : [];
  });
  const unasked = (wanted.ask ?? []).filter((fact) => !asked.includes(fact)).map((fact) => `does not ask ${fact}`);
  const needless = (wanted.must_not_ask ?? []).filter((fact) => asked.includes(fact)).map((fact) => `asks ${fact}`);
  const wrongClass = found.class === wanted.class ? [] : [`class ${found.class}, wanted ${wanted.class}`];
  const wrongStates =
    wanted.jurisdiction === undefined || String(wanted.jurisdiction) === String(found.jurisdiction)
      ? []
      : [`states ${found.jurisdiction.join()}`];
  return [...wrongClass, ...wrong, ...forbidden, ...unasked, ...needless, ...wrongStates];
}

test.skipIf(cases.length === 0)('cases: all 26 are there', () => {
  expect(cases).toHaveLength(26);
});

test.each(cases.map((item) => [item.id, item] as const))('case %s', (_, item) => {
  const found = assessObligations(item.profile as Facts, law, item.date as IsoDate);
  expect(differences(item, found)).toEqual([]);
});
