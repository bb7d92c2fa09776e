import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { roleIds } from '../core/content/ids.ts';
import { isFactGroup, type FactGroupId } from '../core/profile/fact-groups.ts';
import { isAskable } from '../features/analysis/screens/days.ts';
import { readSearch } from '../features/assessment/screens/place.ts';
import { readCrosswalk } from '../features/crosswalk/screens/address.ts';
import { readEdition, readEditions } from '../features/imports/screens/address.ts';
import { readAddress } from '../features/library/screens/address.ts';
import { readMapAddress } from '../features/library/screens/map-address.ts';
import { readComparison } from '../features/snapshots/screens/address.ts';
import { barWithoutSession } from './access.ts';
import { profileQuery } from './client/profile.ts';
import { queryClient } from './client/query-client.ts';
import { CrashPage } from './crash-page.tsx';
import { fittingRole } from './fitting-role.ts';
import { LoadingPage } from './loading-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { fetchLibraryWords } from './say.ts';
import { Shell } from './shell.tsx';
import { StartPage } from './start-page.tsx';

/** A page of the library, with the words that only such pages say. */
const libraryPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), fetchLibraryWords()]);
    return page;
  }, name);

/** Addresses are readable, and each shows one screen, loaded when it is wanted. */
const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
  beforeLoad: ({ location }) => barWithoutSession(location),
});

/** `to`: the page that the way was barred to; one of ours, never another site. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' && /^\/(?!\/)/u.test(search['to']) ? { to: search['to'] } : {},
  component: lazyRouteComponent(() => import('../features/accounts/screens/sign-in-page.tsx'), 'SignInPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../features/accounts/screens/welcome-page.tsx'), 'WelcomePage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/accounts/screens/account-page.tsx'), 'AccountPage'),
});

/** For somebody without an account: the secret stands behind the hash. */
const answer = createRoute({
  getParentRoute: () => root,
  path: '/answer',
  component: lazyRouteComponent(() => import('../features/questions/screens/answer-page.tsx'), 'AnswerPage'),
});

const questions = createRoute({
  getParentRoute: () => root,
  path: '/questions',
  component: lazyRouteComponent(() => import('../features/questions/screens/questions-page.tsx'), 'QuestionsPage'),
});

/** `ids`: the safeguards to ask about, with commas between them. */
const newQuestion = createRoute({
  getParentRoute: () => root,
  path: '/questions/new',
  validateSearch: (search: Record<string, unknown>): { ids?: string } =>
    typeof search['ids'] === 'string' && /^S-\d{3}(?:,S-\d{3}){0,29}$/u.test(search['ids'])
      ? { ids: search['ids'] }
      : {},
  component: lazyRouteComponent(() => import('../features/questions/screens/ask-page.tsx'), 'AskPage'),
});

const question = createRoute({
  getParentRoute: () => root,
  path: '/questions/$id',
  component: lazyRouteComponent(() => import('../features/questions/screens/question-page.tsx'), 'QuestionPage'),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('../features/help/screens/help-page.tsx'), 'HelpPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/accounts/screens/people-page.tsx'), 'PeoplePage'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: StartPage,
});

const firstSteps = createRoute({
  getParentRoute: () => root,
  path: '/first-steps',
  beforeLoad: () => {
    throw redirect({ to: '/first-steps/$step', params: { step: '1' } });
  },
});

const steps = 12;
const isStep = (step: string): boolean => /^[1-9]\d?$/u.test(step) && Number(step) <= steps;

/** `from=check`: whoever came to change one answer goes back to the list. */
const step = createRoute({
  getParentRoute: () => root,
  path: '/first-steps/$step',
  validateSearch: (search: Record<string, unknown>): { from?: 'check' } =>
    search['from'] === 'check' ? { from: 'check' } : {},
  beforeLoad: ({ params }) => {
    if (!isStep(params.step)) throw notFound();
  },
  component: lazyRouteComponent(() => import('../features/first-steps/screens/step-page.tsx'), 'StepPage'),
});

const check = createRoute({
  getParentRoute: () => root,
  path: '/first-steps/check',
  component: lazyRouteComponent(() => import('../features/first-steps/screens/check-page.tsx'), 'CheckPage'),
});

/** Without a role: the guide that fits the organisation. */
const guides = createRoute({
  getParentRoute: () => root,
  path: '/guides',
  beforeLoad: async () => {
    const { profile } = await queryClient.ensureQueryData(profileQuery);
    throw redirect({ to: '/guides/$role/{-$section}', params: { role: fittingRole(profile ?? {}) } });
  },
});

const guide = createRoute({
  getParentRoute: () => root,
  path: '/guides/$role/{-$section}',
  beforeLoad: ({ params }) => {
    if (!(roleIds as readonly string[]).includes(params.role)) throw notFound();
  },
  component: lazyRouteComponent(() => import('../features/guides/screens/guide-page.tsx'), 'GuidePage'),
});

/** `on`: the day of the law; without it, today. */
const obligations = createRoute({
  getParentRoute: () => root,
  path: '/obligations',
  validateSearch: (search: Record<string, unknown>): { on?: string } =>
    typeof search['on'] === 'string' && isAskable(search['on']) ? { on: search['on'] } : {},
  component: lazyRouteComponent(() => import('../features/analysis/screens/obligations-page.tsx'), 'ObligationsPage'),
});

const obligation = createRoute({
  getParentRoute: () => root,
  path: '/obligations/$id',
  component: lazyRouteComponent(() => import('../features/follow-up/screens/obligation-page.tsx'), 'ObligationPage'),
});

/** With a safeguard: its row is open. The rest of the address says which rows are shown. */
const assessment = createRoute({
  getParentRoute: () => root,
  path: '/assessment/{-$id}',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('../features/assessment/screens/assessment-page.tsx'), 'AssessmentPage'),
});

const ratingSheet = createRoute({
  getParentRoute: () => root,
  path: '/assessment/sheet',
  component: lazyRouteComponent(() => import('../features/assessment/screens/sheet-page.tsx'), 'RatingSheetPage'),
});

const answers = createRoute({
  getParentRoute: () => root,
  path: '/assessment/answers',
  component: lazyRouteComponent(() => import('../features/assessment/screens/answers-page.tsx'), 'AnswersPage'),
});

const sites = createRoute({
  getParentRoute: () => root,
  path: '/sites',
  component: lazyRouteComponent(() => import('../features/sites/screens/sites-page.tsx'), 'SitesPage'),
});

const site = createRoute({
  getParentRoute: () => root,
  path: '/sites/$site',
  component: lazyRouteComponent(() => import('../features/sites/screens/site-page.tsx'), 'SitePage'),
});

const snapshots = createRoute({
  getParentRoute: () => root,
  path: '/snapshots',
  component: lazyRouteComponent(() => import('../features/snapshots/screens/snapshots-page.tsx'), 'SnapshotsPage'),
});

/** `from`: a snapshot; `to`: another, or now. */
const comparison = createRoute({
  getParentRoute: () => root,
  path: '/snapshots/compare',
  validateSearch: readComparison,
  component: lazyRouteComponent(() => import('../features/snapshots/screens/comparison-page.tsx'), 'ComparisonPage'),
});

/** With a safeguard: its row is open. */
const ranking = createRoute({
  getParentRoute: () => root,
  path: '/ranking/{-$safeguard}',
  component: lazyRouteComponent(() => import('../features/analysis/screens/ranking-page.tsx'), 'RankingPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/screens/settings-page.tsx'), 'SettingsPage'),
});

/** `saved`: the group that was stored just now. */
const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  validateSearch: (search: Record<string, unknown>): { saved?: FactGroupId } =>
    typeof search['saved'] === 'string' && isFactGroup(search['saved']) ? { saved: search['saved'] } : {},
  component: lazyRouteComponent(() => import('../features/profile/screens/profile-page.tsx'), 'ProfilePage'),
});

const profileGroup = createRoute({
  getParentRoute: () => root,
  path: '/profile/$group',
  beforeLoad: ({ params }) => {
    if (!isFactGroup(params.group)) throw notFound();
  },
  component: lazyRouteComponent(() => import('../features/profile/screens/group-page.tsx'), 'GroupPage'),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  component: lazyRouteComponent(() => import('../features/plan/screens/plan-page.tsx'), 'PlanPage'),
});

/** Words and facets are in the address, so that answers can be linked to. */
const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  validateSearch: readAddress,
  component: libraryPage(() => import('../features/library/screens/search-page.tsx'), 'LibraryPage'),
});

const variation = createRoute({
  getParentRoute: () => root,
  path: '/library/variation',
  component: libraryPage(() => import('../features/library/screens/variation-page.tsx'), 'VariationPage'),
});

/** `topic` and `force`: which part of the map. */
const documentMap = createRoute({
  getParentRoute: () => root,
  path: '/library/map',
  validateSearch: readMapAddress,
  component: libraryPage(() => import('../features/library/screens/map-page.tsx'), 'DocumentMapPage'),
});

const upkeep = createRoute({
  getParentRoute: () => root,
  path: '/library/upkeep',
  component: libraryPage(() => import('../features/library/screens/upkeep-page.tsx'), 'UpkeepPage'),
});

const oscal = createRoute({
  getParentRoute: () => root,
  path: '/library/oscal',
  component: libraryPage(() => import('../features/oscal/screens/oscal-page.tsx'), 'OscalPage'),
});

/** `from` and `to`: the two frameworks; the rest says which part of their crosswalk. */
const crosswalk = createRoute({
  getParentRoute: () => root,
  path: '/library/crosswalk',
  validateSearch: readCrosswalk,
  component: libraryPage(() => import('../features/crosswalk/screens/crosswalk-page.tsx'), 'CrosswalkPage'),
});

const comparedRequirement = createRoute({
  getParentRoute: () => root,
  path: '/library/crosswalk/requirement',
  validateSearch: (search: Record<string, unknown>): { framework: string; id: string } => ({
    framework: typeof search['framework'] === 'string' ? search['framework'] : '',
    id: typeof search['id'] === 'string' || typeof search['id'] === 'number' ? String(search['id']) : '',
  }),
  component: libraryPage(() => import('../features/crosswalk/screens/requirement-page.tsx'), 'ComparedRequirementPage'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/library/imports',
  component: libraryPage(() => import('../features/imports/screens/imports-page.tsx'), 'ImportsPage'),
});

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/library/imports/$id',
  component: libraryPage(() => import('../features/imports/screens/import-page.tsx'), 'ImportPage'),
});

const edition = createRoute({
  getParentRoute: () => root,
  path: '/library/editions/$id',
  validateSearch: readEdition,
  component: libraryPage(() => import('../features/imports/screens/edition-page.tsx'), 'EditionPage'),
});

const editionComparison = createRoute({
  getParentRoute: () => root,
  path: '/library/editions/compare',
  validateSearch: readEditions,
  component: libraryPage(() => import('../features/imports/screens/comparison-page.tsx'), 'EditionComparisonPage'),
});

const libraryItem = createRoute({
  getParentRoute: () => root,
  path: '/library/$id',
  component: libraryPage(() => import('../features/library/screens/item-page.tsx'), 'LibraryItemPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    welcome,
    answer,
    questions,
    newQuestion,
    question,
    account,
    people,
    help,
    home,
    firstSteps,
    check,
    step,
    guides,
    guide,
    obligations,
    obligation,
    assessment,
    ratingSheet,
    answers,
    ranking,
    sites,
    site,
    snapshots,
    comparison,
    settings,
    plan,
    profile,
    profileGroup,
    library,
    variation,
    documentMap,
    upkeep,
    crosswalk,
    comparedRequirement,
    imports,
    oscal,
    oneImport,
    edition,
    editionComparison,
    libraryItem,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultPendingMs: 300,
  scrollRestoration: true,
  // `/library/nis2:21(2)(d)`: readable, as citations write it.
  pathParamsAllowedCharacters: [':'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
