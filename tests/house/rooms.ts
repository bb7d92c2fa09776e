/**
 * Who may import whom. A row is added with the library it is for; a new row in `sharedReads`, or a room more in another
 * room's list, is a new dependency between parts: rare, and reviewed alone.
 */

/** Packages by name; `node:` names the parts of Node. "any" is for machinery and for the roots. */
export type Packages = readonly string[] | 'any';

export type Room = {
  /** What belongs to the room, first match wins. */
  readonly files: RegExp;
  /** Rooms, or single files, from which the room may import. */
  readonly rooms: readonly string[];
  readonly packages: Packages;
  /** What to do instead. */
  readonly remedy: string;
};

const WEB_PACKAGES = [
  '@fontsource-variable/literata',
  '@fontsource-variable/source-sans-3',
  '@tanstack/react-query',
  '@tanstack/react-router',
  'intl-messageformat',
  'react',
  'react-aria-components',
  'react-dom',
];

export const rooms = {
  roots: {
    // Files directly in src compose the rooms; nothing but another of them imports one.
    files: /^src\/[^/]+$/,
    rooms: ['roots', 'core', 'library', 'outputs', 'platform', 'features', 'root files'],
    packages: 'any',
    remedy: 'the roots compose rooms of the server; the web is built apart',
  },
  core: {
    files: /^src\/core\//,
    rooms: ['core'],
    packages: [],
    remedy: 'core is pure: pass the data in as a parameter, or move what needs the package to another room',
  },
  oscal: {
    // May become a package of its own: it knows nothing of the product.
    files: /^src\/oscal\//,
    rooms: ['oscal', 'src/core/base.ts'],
    packages: ['ajv', 'ajv-formats', 'js-yaml', 'marked', 'node:crypto', 'node:fs', 'saxes'],
    remedy: 'oscal knows OSCAL alone: pass the data in, or do it in library or a feature',
  },
  library: {
    files: /^src\/library\//,
    rooms: ['library', 'core', 'oscal'],
    packages: [
      '@orama/stemmers',
      'fastest-levenshtein',
      // Sheets that people hand in are content too.
      'fflate',
      'hucre',
      'intl-messageformat',
      'js-yaml',
      'node:crypto',
      'node:fs',
      'node:module',
      'node:path',
      'node:url',
      'node:worker_threads',
      'node:zlib',
      'yaml',
      'zod',
    ],
    remedy: 'library only reads content: return core types, and let features do the rest',
  },
  outputs: {
    files: /^src\/outputs\//,
    rooms: ['outputs', 'core', 'oscal'],
    packages: [],
    remedy:
      'outputs turn a report into bytes: pass the data in, or wrap the format library in a file listed in `outputPackages`',
  },
  platform: {
    files: /^src\/platform\//,
    rooms: ['platform', 'src/core/base.ts'],
    packages: 'any',
    remedy: 'platform knows no healthcare: inject it from a root, or move the code to a feature',
  },
  screens: {
    files: /^src\/features\/[^/]+\/screens\//,
    rooms: ['own screens', 'core', 'web'],
    packages: WEB_PACKAGES,
    remedy: 'screens run in the browser: ask the server through src/web/client, or move the rule to core',
  },
  features: {
    files: /^src\/features\/[^/]+\/(?!screens\/)/,
    rooms: ['own feature', 'core', 'library', 'oscal', 'outputs', 'platform'],
    packages: ['zod', 'kysely'],
    remedy: 'move the rule to core, the machinery to platform, or list a read in `sharedReads` of tests/house/rooms.ts',
  },
  web: {
    files: /^src\/web\//,
    rooms: ['web', 'core', 'screens', 'words'],
    packages: WEB_PACKAGES,
    remedy: 'the web runs in the browser: ask the server through src/web/client, or move the rule to core',
  },
  words: { files: /^content\/words\//, rooms: [], packages: [], remedy: '' },
  'root files': { files: /^package\.json$/, rooms: [], packages: [], remedy: '' },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

/** A format library is wrapped in a file of its own; each row allows packages in the files it matches. */
export const outputPackages: readonly { readonly files: RegExp; readonly packages: readonly string[] }[] = [
  { files: /^src\/outputs\/identity\.ts$/, packages: ['node:crypto', 'node:fs'] },
  { files: /^src\/outputs\/html\.ts$/, packages: ['node:fs'] },
  {
    files: /^src\/outputs\/(?:pdf|typst)(?:\/|[\w-]*\.ts$)/,
    packages: [
      '@expo-google-fonts/source-sans-3',
      '@expo-google-fonts/source-serif-4',
      '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
      '@myriaddreamin/typst-ts-web-compiler',
      'node:fs',
      'node:module',
      'node:path',
      'node:url',
      'node:worker_threads',
    ],
  },
  { files: /^src\/outputs\/xlsx\.ts$/, packages: ['hucre'] },
  { files: /^src\/outputs\/worker-thread\.ts$/, packages: ['node:worker_threads'] },
  {
    files: /^src\/outputs\/docx[\w-]*\.ts$/,
    packages: [
      '@expo-google-fonts/source-sans-3',
      '@resvg/resvg-wasm',
      'docx',
      'fflate',
      'node:fs',
      'node:path',
      'node:url',
    ],
  },
];

/** Reads that one feature may take from another's file. */
export const sharedReads: readonly { readonly from: string; readonly file: string; readonly why: string }[] = [
  {
    from: 'analysis',
    file: 'src/features/profile/stored.ts',
    why: 'an analysis without a profile is of the stored one',
  },
  { from: 'oscal', file: 'src/features/profile/stored.ts', why: 'a document in OSCAL is of the stored profile' },
  { from: 'oscal', file: 'src/features/settings/stored.ts', why: 'in the order of its ranking' },
  { from: 'guides', file: 'src/features/profile/stored.ts', why: 'a guide without a profile is for the stored one' },
  {
    from: 'library',
    file: 'src/features/profile/stored.ts',
    why: 'the library says what each item means for the stored profile',
  },
  { from: 'library', file: 'src/features/settings/stored.ts', why: 'and which rank a safeguard has for it' },
  {
    from: 'library',
    file: 'src/features/imports/imported-words.ts',
    why: 'one search finds what ships and what was imported',
  },
  {
    from: 'analysis',
    file: 'src/features/settings/stored.ts',
    why: 'the stored profile is ranked with the weights that its organisation set',
  },
  {
    from: 'profile',
    file: 'src/features/settings/stored.ts',
    why: 'whether a move in the plan can be kept depends on the order that these weights give',
  },
  { from: 'guides', file: 'src/features/settings/stored.ts', why: 'and a guide says the ranks of that ranking' },
  { from: 'profile', file: 'src/features/settings/stored.ts', why: 'and so does the sheet of ratings' },
  {
    from: 'assessment',
    file: 'src/features/profile/stored.ts',
    why: 'the list of safeguards shows the ranks of the stored profile',
  },
  {
    from: 'follow-up',
    file: 'src/features/profile/stored.ts',
    why: 'whether a duty on record still applies follows from the stored profile',
  },
  {
    from: 'guides',
    file: 'src/features/follow-up/stored.ts',
    why: 'the register and the calendar say what is followed up',
  },
  { from: 'assessment', file: 'src/features/settings/stored.ts', why: 'with the weights that its organisation set' },
  {
    from: 'sites',
    file: 'src/features/profile/stored.ts',
    why: 'sites are rated on the minimum set of the stored profile',
  },
  { from: 'sites', file: 'src/features/settings/stored.ts', why: 'and stand beside its ranking' },
  { from: 'snapshots', file: 'src/features/profile/stored.ts', why: 'a snapshot is of the stored profile' },
  { from: 'snapshots', file: 'src/features/sites/stored.ts', why: 'with its sites' },
  {
    from: 'mail',
    file: 'src/features/profile/rating-queries.ts',
    why: 'the daily mail tells what is due of the ratings',
  },
  { from: 'mail', file: 'src/features/follow-up/stored.ts', why: 'and of the duties that are followed up' },
  {
    from: 'crosswalk',
    file: 'src/features/profile/rating-queries.ts',
    why: 'a requirement is shown with how far the safeguards are that touch it',
  },
  {
    from: 'questions',
    file: 'src/features/profile/rating-queries.ts',
    why: 'a proposal is shown beside the rating as it stands',
  },
  {
    from: 'questions',
    file: 'src/features/profile/change-rating.ts',
    why: 'the one write: what is accepted is rated by the path of a rating by hand, with its history and check of versions',
  },
];

export const roomOf = (path: string): RoomName | undefined =>
  (Object.keys(rooms) as RoomName[]).find((name) => rooms[name].files.test(path));

export const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1];
