/** Help: what each page answers, and what each word means. The words themselves are in the catalogue. */
export const helpTerms = [
  'document',
  'requirement',
  'obligation',
  'followUp',
  'force',
  'safeguard',
  'touches',
  'tier',
  'minimum',
  'named',
  'rating',
  'unknown',
  'evidence',
  'rank',
  'benefit',
  'verification',
] as const;

export type HelpTerm = (typeof helpTerms)[number];

/** A page, and the words one meets there. */
export const helpPages = [
  { id: 'overview', path: '/', terms: ['minimum', 'rating', 'unknown', 'rank', 'obligation'] },
  { id: 'profile', path: '/profile', terms: ['obligation', 'unknown', 'tier'] },
  {
    id: 'obligations',
    path: '/obligations',
    terms: ['obligation', 'force', 'followUp', 'requirement', 'touches', 'verification'],
  },
  { id: 'assessment', path: '/assessment', terms: ['safeguard', 'rating', 'unknown', 'evidence', 'minimum', 'rank'] },
  { id: 'answers', path: '/assessment/answers', terms: ['safeguard', 'requirement', 'touches', 'rating'] },
  { id: 'sites', path: '/sites', terms: ['rating', 'unknown', 'minimum'] },
  { id: 'snapshots', path: '/snapshots', terms: ['rating', 'unknown', 'minimum', 'rank'] },
  { id: 'questions', path: '/questions', terms: ['safeguard', 'rating', 'unknown'] },
  { id: 'ranking', path: '/ranking', terms: ['rank', 'benefit', 'named', 'minimum', 'unknown'] },
  { id: 'plan', path: '/plan', terms: ['safeguard', 'minimum', 'benefit'] },
  { id: 'guides', path: '/guides', terms: ['safeguard', 'minimum', 'rank', 'verification', 'evidence'] },
  {
    id: 'library',
    path: '/library',
    terms: ['document', 'requirement', 'safeguard', 'touches', 'force', 'verification'],
  },
  { id: 'crosswalk', path: '/library/crosswalk', terms: ['requirement', 'touches'] },
  { id: 'imports', path: '/library/imports', terms: ['requirement', 'document'] },
  { id: 'oscal', path: '/library/oscal', terms: ['requirement', 'safeguard'] },
  { id: 'people', path: '/people', terms: [] },
  { id: 'settings', path: '/settings', terms: ['benefit', 'rank'] },
] as const satisfies readonly {
  readonly id: string;
  readonly path: string;
  readonly terms: readonly HelpTerm[];
}[];

export type HelpPage = (typeof helpPages)[number];

/** The help of a page, or of the nearest above it. */
export const helpPageAt = (pathname: string): HelpPage | undefined =>
  helpPages
    .filter(({ path }) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
    .toSorted((left, right) => right.path.length - left.path.length)[0];
