/** Help: what each page answers, and what each word means. The words themselves are in the catalogue. */
export const helpPages = [
  { id: 'overview', path: '/' },
  { id: 'profile', path: '/profile' },
  { id: 'obligations', path: '/obligations' },
  { id: 'assessment', path: '/assessment' },
  { id: 'ranking', path: '/ranking' },
  { id: 'plan', path: '/plan' },
  { id: 'guides', path: '/guides' },
  { id: 'library', path: '/library' },
  { id: 'people', path: '/people' },
  { id: 'settings', path: '/settings' },
] as const;

export const helpTerms = [
  'document',
  'requirement',
  'obligation',
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
