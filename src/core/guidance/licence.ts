/** What may be done with words that somebody else wrote, as far as their licence says so in a phrase that we know. */
export const licenceStances = ['may_pass_on', 'no_derivatives', 'titles_only', 'not_stated'] as const;
/** One of them. `not_stated` is also what nobody here can read: such words are not passed on in exports. */
export type LicenceStance = (typeof licenceStances)[number];

/** The stance, and the phrase of the licence from which it follows; null where none is known. */
export type LicenceReading = { readonly stance: LicenceStance; readonly phrase: string | null };

/**
 * The first that is found decides, the stricter before the freer: a text that grants something and keeps something back is
 * read as what it keeps back. Whoever needs more asks the publisher.
 */
const phrases: readonly (readonly [LicenceStance, RegExp])[] = [
  // Standards bodies sell the words; number and title may be cited.
  [
    'titles_only',
    /(?:©|\([Cc]\)|[Cc]opyright)[^.\n]{0,40}\b(?:ISO|IEC|CEN|CENELEC|ETSI|AFNOR|DIN)\b|\bISO\/IEC\b[^.\n]{0,40}(?:[Cc]opyright|©)|International Organization for Standardization/u,
  ],
  [
    'not_stated',
    /all rights reserved|tous droits réservés|alle rechte vorbehalten|\b(?:not|never|without)\b[^.\n]{0,40}\b(?:permission|redistribut\w*|reproduc\w*|shared?|copied|distribut\w*|public domain)|prohibited|confidential/iu,
  ],
  ['not_stated', /non-?commercial|\bBY-NC\b/iu],
  ['no_derivatives', /\bBY-ND\b|no-?deriv(?:ative)?s?|pas de modification/iu],
  [
    'may_pass_on',
    /\bCC[ -]?0\b|creative commons zero|public domain|\bCC[ -]BY(?:-SA)?\b|creative commons (?:\w+ )?attribution|attribution[ -]share[ -]?alike|attribution \d\.\d international|open government licen[cs]e|licence ouverte|datenlizenz deutschland|reuse (?:of this document )?is authorised|may be distributed or copied|réutilisation autorisée/iu,
  ],
];

/** Reads what a licence allows. Conservative: what is not clear is not stated. */
export function readLicence(text: string | null): LicenceReading {
  for (const [stance, phrase] of phrases) {
    const found = phrase.exec(text ?? '');
    if (found !== null) return { stance, phrase: found[0] };
  }
  return { stance: 'not_stated', phrase: null };
}

/** What of a requirement an export may hold. */
export type PassedOn = { readonly titles: boolean; readonly words: boolean; readonly changed: boolean };

/** Numbers may always be cited; everything else follows from the licence. */
export const passedOn: Readonly<Record<LicenceStance, PassedOn>> = {
  may_pass_on: { titles: true, words: true, changed: true },
  no_derivatives: { titles: true, words: true, changed: false },
  titles_only: { titles: true, words: false, changed: false },
  not_stated: { titles: false, words: false, changed: false },
};
