import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

/**
 * Provisions whose duties one safeguard can discharge: NIS2 Articles 20 and 23 with the registration of 3(4), GDPR Articles 30
 * to 37. Article 21 as a whole and the security of Article 32 take many safeguards; they are held by `requirements-are-touched`.
 */
const single = /^(?:nis2:(?:3\(4\)|20|23)|gdpr:3[0-7])/u;
const wide = new Set(['nis2-risk-measures', 'gdpr-security']);

export const dutiesHaveSafeguards: ContentRule = {
  name: 'duties-have-safeguards',
  why: 'A duty of the board, of reporting or of data protection that no safeguard discharges would be nobody’s work.',
  check: (input) => {
    const named = new Set(input.content.safeguards.flatMap(({ namedDuties }) => namedDuties as readonly string[]));
    return filesOf(input, 'obligations')
      .filter(
        ({ item }) => item.requirements.some((ref) => single.test(ref)) && !wide.has(item.id) && !named.has(item.id),
      )
      .map(({ file, item }) => ({
        file,
        path: ['id'],
        message: `Cannot find a safeguard that discharges ${item.id}: name it under named_duties of one`,
      }));
  },
};
