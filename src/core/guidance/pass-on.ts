import { fail, ok, type Result } from '../base.ts';
import type { EditionRequirement, FrameworkEdition } from './edition.ts';
import { passedOn, type LicenceStance } from './licence.ts';

/** What a licence keeps out of a file that holds an edition in another form. */
export type Withheld = 'nothing' | 'texts' | 'titles_and_texts' | 'everything';

/**
 * Another form is a change: words that may only be passed on unchanged are not rearranged, for the file as it came can be
 * passed on whole. Numbers may always be cited.
 */
export function withheldBy(stance: LicenceStance): Withheld {
  const { titles, words, changed } = passedOn[stance];
  if (words) return changed ? 'nothing' : 'everything';
  return titles ? 'texts' : 'titles_and_texts';
}

/** The edition with only what its licence lets be passed on; refused where that is nothing. */
export function passOn(edition: FrameworkEdition, stance: LicenceStance): Result<FrameworkEdition, 'everything'> {
  const withheld = withheldBy(stance);
  if (withheld === 'nothing') return ok(edition);
  if (withheld === 'everything') return fail('everything');
  const hasTitles = withheld === 'texts';
  return ok({
    ...edition,
    text: null,
    groups: hasTitles ? edition.groups.map((group) => ({ ...group, text: null, translations: {} })) : [],
    scale: null,
    translations: {},
    requirements: edition.requirements.map((requirement) => bareOf(requirement, hasTitles)),
  });
}

const bareOf = (requirement: EditionRequirement, hasTitles: boolean): EditionRequirement => ({
  ...requirement,
  title: hasTitles ? requirement.title : null,
  groups: hasTitles ? requirement.groups : [],
  text: null,
  note: null,
  evidence: null,
  questions: [],
  translations: {},
});

/** What of an edition a form has no place for, by name, with how many there are. */
export type Unplaced = Readonly<Partial<Record<'questions' | 'scale' | 'weights' | 'languages' | 'evidence', number>>>;

/** OSCAL has no place for questions and proof; a sheet none for choices and scales. Neither holds other languages. */
export function unplacedIn(form: 'oscal' | 'sheet', { requirements, scale, translations }: FrameworkEdition): Unplaced {
  const count = (has: (requirement: EditionRequirement) => boolean): number => requirements.filter(has).length;
  const languages = new Set([
    ...Object.keys(translations),
    ...requirements.flatMap((requirement) => Object.keys(requirement.translations)),
  ]);
  const all = {
    questions: form === 'oscal' ? count(({ questions }) => questions.length > 0) : 0,
    evidence: form === 'oscal' ? count(({ evidence }) => evidence !== null) : 0,
    scale: scale === null ? 0 : 1,
    weights: count(({ weight }) => weight !== null),
    languages: languages.size,
  };
  return Object.fromEntries(Object.entries(all).filter(([, number]) => number > 0));
}
