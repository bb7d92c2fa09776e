import { describe, expect, test } from 'vitest';
import { sameFramework } from './same-framework.ts';

const alias = (urn: string, numbers: readonly string[] = [], number: string | null = null) =>
  sameFramework({ urn, number, numbers });

describe('sameFramework: by the end of the URN or the number', () => {
  test.each<[string, string | null, string | null]>([
    ['urn:intuitem:risk:framework:nist-csf-2.0', 'NIST-CSF-2.0', 'csf-2.0'],
    ['urn:intuitem:risk:framework:nist-csf-1.1', 'NIST-CSF-1.1', null],
    ['urn:intuitem:risk:framework:iso27001-2022', 'ISO/IEC 27001:2022', 'iso27001-2022'],
    ['2b1d1c5e-0f0d-4a63-9d57-7f2c1f2f2a11', 'ISO/IEC 27001:2022', 'iso27001-2022'],
    ['2b1d1c5e-0f0d-4a63-9d57-7f2c1f2f2a12', 'ISO/IEC 27002:2022', 'iso27001-2022'],
    ['iso27001-annexa-catalog.json', null, 'iso27001-2022'],
    ['urn:intuitem:risk:framework:iso27001-2013', 'ISO/IEC 27001:2013', null],
    ['urn:intuitem:risk:framework:annex-technical-and-methodological-requirements-nis2', null, 'cir-2024-2690'],
    ['urn:example:a', 'annex-nis2-regulation--2024-2690-with-technical-implementation-guidance', 'cir-2024-2690'],
    ['urn:intuitem:risk:framework:nis2-directive', 'NIS2-directive', 'nis2'],
    ['urn:intuitem:risk:framework:gdpr', 'GDPR', 'gdpr'],
    ['urn:intuitem:risk:framework:cbw_nis2', null, null],
    ['urn:intuitem:risk:framework:recyf', null, null],
  ])('%s, %s → %s', (urn, number, content) => expect(alias(urn, [], number)?.content ?? null).toBe(content));
});

const csf = alias('urn:a:nist-csf-2.0');
const iso = alias('urn:a:iso27001-2022', ['4.1', '5.2', 'A.5.2']);
const annexAlone = alias('urn:a:iso27001-2022', ['5.1', '5.2', '8.34']);
const unnamedYear = alias('iso27001-annexa-catalog.json', ['5.1', '8.34']);
const annexOf2013 = alias('iso27001-annexa-catalog.json', ['A.5.1.1', 'A.8.1.1']);
const iso27002 = alias('urn:a:iso27002-2022');
const annex = alias('urn:a:annex-technical-and-methodological-requirements-nis2');
const nis2 = alias('urn:a:nis2-directive');
const gdpr = alias('urn:a:gdpr');

describe('ladder', () => {
  test.each<[string, ReturnType<typeof alias>, string, readonly string[]]>([
    ['CSF', csf, 'PR.AA-05', ['PR.AA-05', 'PR.AA', 'PR']],
    ['CSF', csf, 'pr.aa-5', ['PR.AA-05', 'PR.AA', 'PR']],
    ['CSF', csf, 'gv', ['GV']],
    ['CSF', csf, 'Tier 2', []],
    ['ISO', iso, 'a.5.23', ['A.5.23', 'A.5']],
    ['ISO', iso, 'A.5', ['A.5']],
    ['ISO', iso, '5.23', ['A.5.23', 'A.5']],
    ['ISO: a clause', iso, '5.2', []],
    ['ISO: a clause', iso, '6.1.3', []],
    ['ISO: a clause', iso, '10.1', []],
    ['ISO: a heading', iso, 'annex-a', []],
    ['ISO, annex alone', annexAlone, '5.2', ['A.5.2', 'A.5']],
    ['ISO, year unnamed', unnamedYear, '5.1', ['A.5.1', 'A.5']],
    ['ISO of 2013', annexOf2013, 'A.5.1', []],
    ['ISO 27002', iso27002, '8.05', ['A.8.5', 'A.8']],
    ['CIR', annex, '1', ['1']],
    ['CIR', annex, '1.1', ['1.1', '1']],
    ['CIR', annex, '1.1.1.a', ['1.1.1.a', '1.1.1', '1.1', '1']],
    ['CIR', annex, '5.2.b', ['5.2.b', '5.2', '5']],
    ['CIR', annex, 'Annex, point 6.10.2(d)', ['6.10.2.d', '6.10.2', '6.10', '6']],
    ['NIS2', nis2, '21.2.d', ['21(2)(d)', '21(2)', '21']],
    ['NIS2', nis2, 'Art. 23(4)(a)', ['23(4)(a)', '23(4)', '23']],
    ['NIS2', nis2, 'Article 20', ['20']],
    ['NIS2', nis2, '21.1.sp2', ['21(1)(sp2)', '21(1)', '21']],
    ['GDPR', gdpr, '32.1.b', ['32(1)(b)', '32(1)', '32']],
    ['GDPR', gdpr, 'Recital 83', []],
    ['GDPR', gdpr, 'CHAPTER IV', []],
  ])('%s: %s → %j', (_, known, number, ids) => expect(known?.ladder(number)).toEqual(ids));
});
