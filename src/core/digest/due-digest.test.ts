import { expect, test } from 'vitest';
import type { IsoDate } from '../content/verification.ts';
import type { Evidence } from '../profile/profile.ts';
import { notFollowed } from '../follow-up/follow-up.ts';
import { unrated, type RatingState } from '../profile/rating-state.ts';
import { dueDigests, thingOfDuty, thingOfRating, type DigestMember } from './due-digest.ts';

const today = '2026-11-25' as IsoDate;
const day = (text: string): IsoDate => text as IsoDate;
const member = (name: string, more: Partial<DigestMember> = {}): DigestMember => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@h.example`,
  isAdministrator: false,
  wantsMail: true,
  ...more,
});
const [ada, ben] = [member('Ada', { isAdministrator: true }), member('Ben')];

/** Who is told what, in short: `Ada: overdue S-001`. */
const told = (states: readonly Partial<RatingState>[], members: readonly DigestMember[] = [ada, ben]) =>
  dueDigests(
    states.map((state, index) => thingOfRating({ id: `S-00${index + 1}`, title: 'T' }, { ...unrated, ...state })),
    members,
    today,
  ).flatMap((digest) =>
    (['overdue', 'due', 'expiring'] as const).flatMap((kind) =>
      digest[kind].map(({ id, what }) => `${digest.member.name}: ${kind} ${id}${what === null ? '' : ` ${what}`}`),
    ),
  );

const due: readonly (readonly [string, Partial<RatingState>, readonly string[]])[] = [
  ['nothing is due', {}, []],
  ['yesterday', { due: day('2026-11-24'), owner: 'Ben' }, ['Ben: overdue S-001']],
  ['today', { due: today, owner: 'Ben' }, ['Ben: due S-001']],
  ['in seven days', { due: day('2026-12-02'), owner: 'Ben' }, ['Ben: due S-001']],
  ['in eight days', { due: day('2026-12-03'), owner: 'Ben' }, []],
  ['owner by address, in other letters', { due: today, owner: ' BEN@H.example ' }, ['Ben: due S-001']],
  ['nobody owns it', { due: today }, ['Ada: due S-001']],
  ['a function owns it', { due: today, owner: 'Head of IT' }, ['Ada: due S-001']],
  ['part of a name is no name', { due: today, owner: 'Be' }, ['Ada: due S-001']],
  ['it is done', { due: day('2026-11-01'), owner: 'Ben', rating: 'fully' }, []],
  ['it does not apply', { due: day('2026-11-01'), owner: 'Ben', rating: 'not_applicable' }, []],
  ['it is partly done', { due: day('2026-11-01'), owner: 'Ben', rating: 'partially' }, ['Ben: overdue S-001']],
];
test.each(due)('dueDigests: %s', (_, state, wanted) => {
  expect(told([state])).toEqual(wanted);
});

const proof = (more: Partial<Evidence>): Evidence => ({ what: 'Test', ...more });
const expiring: readonly (readonly [string, Partial<RatingState>, readonly string[]])[] = [
  ['its last day is today', { evidence: [proof({ expires: today, owner: 'Ben' })] }, ['Ben: expiring S-001 Test']],
  ['in thirty days', { evidence: [proof({ expires: day('2026-12-25'), owner: 'Ben' })] }, ['Ben: expiring S-001 Test']],
  ['in thirty-one days', { evidence: [proof({ expires: day('2026-12-26'), owner: 'Ben' })] }, []],
  ['it is over', { evidence: [proof({ expires: day('2026-11-24'), owner: 'Ben' })] }, []],
  ['it never ends', { evidence: [proof({ owner: 'Ben' })] }, []],
  [
    'the safeguard’s owner, where it has none',
    { owner: 'Ben', evidence: [proof({ expires: today })] },
    ['Ben: expiring S-001 Test'],
  ],
  [
    'administrators, where neither is known',
    { owner: 'IT', evidence: [proof({ expires: today, owner: 'X' })] },
    ['Ada: expiring S-001 Test'],
  ],
  ['of what is done as well', { rating: 'fully', evidence: [proof({ expires: today })] }, ['Ada: expiring S-001 Test']],
  ['of what does not apply', { rating: 'not_applicable', evidence: [proof({ expires: today })] }, []],
];
test.each(expiring)('dueDigests: evidence, %s', (_, state, wanted) => {
  expect(told([state])).toEqual(wanted);
});

test('dueDigests: one digest a person, the earliest first', () => {
  const states = [{ due: day('2026-11-28') }, { due: day('2026-11-20') }, { due: day('2026-11-26') }];
  expect(told(states)).toEqual(['Ada: overdue S-002', 'Ada: due S-003', 'Ada: due S-001']);
});

test('dueDigests: whoever wants no mail gets none, and nobody gets it instead', () => {
  expect(told([{ due: today, owner: 'Ben' }], [ada, { ...ben, wantsMail: false }])).toEqual([]);
});

test('dueDigests: two of one name are both told, as are all administrators', () => {
  const second = member('Cy', { isAdministrator: true });
  expect(told([{ due: today, owner: 'Ben' }, { due: today }], [ada, ben, member('Ben', { id: 'b2' }), second])).toEqual(
    ['Ada: due S-002', 'Ben: due S-001', 'Ben: due S-001', 'Cy: due S-002'],
  );
});

test('dueDigests: a duty that is done and due again is told like a safeguard', () => {
  const record = { ...notFollowed, state: 'done' as const, nextDue: day('2026-11-24'), owner: 'ben' };
  const [digest] = dueDigests([thingOfDuty({ id: 'nis2-governance', title: 'Training' }, record)], [ada, ben], today);
  expect([digest?.member.name, digest?.overdue.map(({ id }) => id)]).toEqual(['Ben', ['nis2-governance']]);
});
