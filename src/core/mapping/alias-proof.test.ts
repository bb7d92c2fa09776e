import { expect, test } from 'vitest';
import { shippedUrn } from '../guidance/shipped.ts';
import { aliasProof } from './alias-proof.ts';
import { frameworkOf } from './mapping-example.ts';

const frameworks = [
  frameworkOf('csf-2.0', 'GV', 'GV.OC', 'GV.OC-01', 'GV.OC-02', 'PR', 'PR.AA', 'PR.AA-05'),
  frameworkOf('nis2', '20', '20(1)', '21(2)(d)'),
];

test.each<[string, string, readonly string[], { isProven: boolean; placed: number } | null]>([
  ['all numbers are ours', 'urn:x:nist-csf-2.0', ['GV', 'GV.OC-01'], { isProven: true, placed: 2 }],
  [
    'most of ours are there, beside much else',
    'urn:x:nis2',
    ['20', '20.1', '21.2.d', '1', '2', '3', '4'],
    { isProven: true, placed: 3 },
  ],
  ['the name is ours, and the numbers are not', 'urn:x:nist-csf-2.0', ['1', '2', 'GV'], { isProven: false, placed: 1 }],
  ['the name is ours, and there are no numbers', 'urn:x:nist-csf-2.0', [], { isProven: false, placed: 0 }],
  ['numbers without a name prove nothing', 'urn:x:something', ['GV', 'GV.OC-01'], null],
  ['the URN that we give it', shippedUrn('csf-2.0'), ['gv.oc-01', 'pr'], { isProven: true, placed: 2 }],
])('aliasProof: %s', (_, urn, numbers, expected) => {
  const proof = aliasProof({ urn, number: null, numbers }, frameworks);
  expect(proof === null ? null : { isProven: proof.isProven, placed: proof.placed }).toEqual(expected);
});
