/** Actions that print with --json what the API answers, and those that make the same bytes on both surfaces. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { examplePath, exampleText } from './examples.ts';

const hospital = examplePath('hospital-greece');
const profile: unknown = JSON.parse(JSON.stringify(load(exampleText('hospital-greece'))));
const ratings = JSON.stringify({ 'S-071': 'partially' });
const filled = join(import.meta.dirname, '../documents/two-ratings.csv');
const guidance = join(import.meta.dirname, '../documents/ward-rules.yaml');
const statement = join(import.meta.dirname, '../documents/statement.csv');

/** One action as a command and as a request. */
export type ParityCase = {
  readonly action: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
};

/** One row an action; a new action without a row fails the last test of this file. */
export const jsonCases: readonly ParityCase[] = [
  {
    action: 'obligations.assess',
    argv: ['obligations', hospital],
    method: 'POST',
    path: '/api/obligations',
    body: { profile },
  },
  {
    action: 'ranking.rank',
    argv: ['rank', hospital, '--on', '2029-06-01'],
    method: 'POST',
    path: '/api/rank',
    body: { profile, on: '2029-06-01' },
  },
  { action: 'plan.make', argv: ['plan', hospital], method: 'POST', path: '/api/plan', body: { profile } },
  {
    action: 'ranking.explain',
    argv: ['explain', hospital, 'S-043'],
    method: 'POST',
    path: '/api/explain',
    body: { profile, safeguard: 'S-043' },
  },
  { action: 'settings.show', argv: ['settings', 'show'], method: 'GET', path: '/api/settings' },
  {
    action: 'settings.save',
    argv: ['settings', 'weights', '0.5', '0.3', '0.2'],
    method: 'PUT',
    path: '/api/settings',
    body: { weights: { risk: 0.5, duty: 0.3, agreed: 0.2 } },
  },
  { action: 'settings.reset', argv: ['settings', 'reset'], method: 'DELETE', path: '/api/settings/weights' },
  {
    action: 'library.search',
    argv: ['library', 'search', 'supplier', 'remote', '--kind', 'safeguard,requirement'],
    method: 'GET',
    path: '/api/library/search?q=supplier%20remote&kind=safeguard,requirement&profile=none',
  },
  {
    action: 'library.item',
    argv: ['library', 'item', 'nis2:21(2)(d)', '--on', '2026-11-25'],
    method: 'GET',
    path: '/api/library/pages/nis2:21(2)(d)?on=2026-11-25&profile=none',
  },
  { action: 'library.list', argv: ['library', 'list', 'safeguards'], method: 'GET', path: '/api/library/safeguards' },
  { action: 'library.show', argv: ['library', 'show', 'S-043'], method: 'GET', path: '/api/library/items/S-043' },
  { action: 'translations.status', argv: ['translations', 'status'], method: 'GET', path: '/api/translations' },
  { action: 'library.check', argv: ['library', 'check'], method: 'GET', path: '/api/library/check' },
  { action: 'library.coverage', argv: ['library', 'coverage'], method: 'GET', path: '/api/library/coverage' },
  {
    action: 'library.due',
    argv: ['library', 'due', '--on', '2027-06-01', '--kind', 'countries'],
    method: 'GET',
    path: '/api/library/due?on=2027-06-01&kind=countries',
  },
  { action: 'library.changes', argv: ['library', 'changes'], method: 'GET', path: '/api/library/changes' },
  {
    action: 'crosswalk.frameworks',
    argv: ['crosswalk', 'frameworks'],
    method: 'GET',
    path: '/api/crosswalk/frameworks',
  },
  {
    action: 'crosswalk.show',
    argv: ['crosswalk', 'nis2', 'csf-2.0', '--steps', '1', '--skip', '10'],
    method: 'GET',
    path: '/api/crosswalk?from=nis2&to=csf-2.0&steps=1&skip=10',
  },
  {
    action: 'crosswalk.requirement',
    argv: ['crosswalk', 'requirement', 'csf-2.0', 'PR.AA-05'],
    method: 'GET',
    path: '/api/crosswalk/requirement?framework=csf-2.0&id=PR.AA-05',
  },
  {
    action: 'library.variation',
    argv: ['library', 'variation', '--country', 'ES'],
    method: 'GET',
    path: '/api/library/variation?country=ES',
  },
  { action: 'library.map', argv: ['library', 'map'], method: 'GET', path: '/api/library/map?profile=none' },
  {
    action: 'profile.save',
    argv: ['profile', 'save', hospital],
    method: 'PUT',
    path: '/api/profile',
    body: { profile },
  },
  {
    action: 'profile.answer',
    argv: ['profile', 'answer', 'staff_fte', '2500'],
    method: 'PATCH',
    path: '/api/profile',
    body: { answers: { staff_fte: 2500 } },
  },
  { action: 'profile.show', argv: ['profile', 'show'], method: 'GET', path: '/api/profile' },
  {
    action: 'ratings.save',
    argv: ['ratings', 'save', '-'],
    stdin: ratings,
    method: 'PUT',
    path: '/api/ratings',
    body: { ratings: { 'S-071': 'partially' } },
  },
  {
    action: 'ratings.rate',
    argv: ['ratings', 'rate', 'S-041', 'largely', '--note', 'Suppliers follow', '--due', '2027-05-31'],
    method: 'PATCH',
    path: '/api/ratings/S-041',
    body: { rating: 'largely', note: 'Suppliers follow', due: '2027-05-31' },
  },
  {
    action: 'evidence.add',
    argv: ['evidence', 'add', 'S-041', '--what', 'Policy', '--link', 'https://intranet.example/policy'],
    method: 'POST',
    path: '/api/ratings/S-041/evidence',
    body: { what: 'Policy', link: 'https://intranet.example/policy' },
  },
  {
    action: 'ratings.history',
    argv: ['ratings', 'history', 'S-041'],
    method: 'GET',
    path: '/api/ratings/S-041/history',
  },
  {
    action: 'ratings.import',
    argv: ['ratings', 'import', filled],
    method: 'POST',
    path: '/api/ratings/import',
    body: { file: { name: 'two-ratings.csv', content: readFileSync(filled, 'base64') } },
  },
  {
    action: 'answers.suggest',
    argv: ['answers', 'suggest', statement, '--framework', 'iso27001-2022'],
    method: 'POST',
    path: '/api/answers/suggest',
    body: { file: { name: 'statement.csv', content: readFileSync(statement, 'base64') }, framework: 'iso27001-2022' },
  },
  { action: 'ratings.list', argv: ['ratings', 'list'], method: 'GET', path: '/api/ratings' },
  { action: 'assessment.show', argv: ['assessment', 'list'], method: 'GET', path: '/api/assessment' },
  {
    action: 'obligations.follow',
    argv: ['obligations', 'follow', 'gdpr-dpo', '--state', 'done', '--done-on', '2026-02-28', '--repeat', '12'],
    method: 'PATCH',
    path: '/api/follow-ups/gdpr-dpo',
    body: { state: 'done', doneOn: '2026-02-28', repeatMonths: 12 },
  },
  { action: 'obligations.followed', argv: ['obligations', 'followed'], method: 'GET', path: '/api/follow-ups' },
  {
    action: 'obligations.show',
    argv: ['obligations', 'show', 'gdpr-dpo'],
    method: 'GET',
    path: '/api/follow-ups/gdpr-dpo',
  },
  {
    action: 'assessment.guidance',
    argv: ['assessment', 'show', 'S-041'],
    method: 'GET',
    path: '/api/assessment/S-041',
  },
  {
    action: 'plan.capacity',
    argv: ['plan', 'capacity', '60', '45000', '--from', '2027-Q1'],
    method: 'PUT',
    path: '/api/plan/capacity',
    body: { personDays: 60, moneyEur: 45000, firstQuarter: '2027-Q1' },
  },
  {
    action: 'plan.pin',
    argv: ['plan', 'pin', 'S-041', '2027-Q2'],
    method: 'PUT',
    path: '/api/plan/pins/S-041',
    body: { quarter: '2027-Q2' },
  },
  {
    action: 'plan.setAside',
    argv: ['plan', 'set-aside', 'S-052', '--reason', 'The group keeps the logs'],
    method: 'PUT',
    path: '/api/plan/set-aside/S-052',
    body: { reason: 'The group keeps the logs' },
  },
  { action: 'plan.pins', argv: ['plan', 'pins'], method: 'GET', path: '/api/plan/pins' },
  { action: 'steps.show', argv: ['steps'], method: 'GET', path: '/api/steps' },
  { action: 'plan.show', argv: ['plan', 'show'], method: 'GET', path: '/api/plan' },
  { action: 'plan.unpin', argv: ['plan', 'unpin', 'S-052'], method: 'DELETE', path: '/api/plan/pins/S-052' },
  { action: 'sites.list', argv: ['sites', 'list'], method: 'GET', path: '/api/sites' },
  { action: 'snapshots.list', argv: ['snapshots', 'list'], method: 'GET', path: '/api/snapshots' },
  { action: 'questions.list', argv: ['questions', 'list'], method: 'GET', path: '/api/questions' },
  {
    action: 'imports.preview',
    argv: ['imports', 'preview', guidance],
    method: 'POST',
    path: '/api/imports/preview',
    body: { file: { name: 'ward-rules.yaml', content: readFileSync(guidance, 'base64') } },
  },
  {
    action: 'imports.sheet',
    argv: ['imports', 'sheet', statement],
    method: 'POST',
    path: '/api/imports/sheet',
    body: { file: { name: 'statement.csv', content: readFileSync(statement, 'base64') } },
  },
  { action: 'imports.list', argv: ['imports', 'list'], method: 'GET', path: '/api/imports' },
  { action: 'frameworks.list', argv: ['frameworks', 'list'], method: 'GET', path: '/api/frameworks' },
  { action: 'mail.status', argv: ['mail', 'status'], method: 'GET', path: '/api/mail' },
  { action: 'people.list', argv: ['people', 'list'], method: 'GET', path: '/api/people' },
  { action: 'tokens.list', argv: ['tokens', 'list'], method: 'GET', path: '/api/tokens' },
];
export const byteCases: readonly ParityCase[] = [
  {
    action: 'oscal.export',
    argv: ['oscal', 'export', 'poam', hospital, '--out', 'poam.json'],
    method: 'POST',
    path: '/api/oscal/export',
    body: { document: 'poam', profile },
  },
  {
    action: 'obligations.calendar',
    argv: ['calendar', hospital, '--out', 'calendar'],
    method: 'POST',
    path: '/api/obligations/calendar',
    body: { profile },
  },
  {
    action: 'guides.make',
    argv: ['guide', hospital, '--role', 'ceo', '--format', 'html', '--out', 'guide'],
    method: 'POST',
    path: '/api/guide',
    body: { profile, role: 'ceo', format: 'html' },
  },
  {
    action: 'incidents.card',
    argv: ['card', hospital, '--format', 'md', '--out', 'card'],
    method: 'POST',
    path: '/api/card',
    body: { profile, format: 'md' },
  },
  {
    action: 'documents.register',
    argv: ['register', hospital, '--format', 'docx', '--out', 'register'],
    method: 'POST',
    path: '/api/register',
    body: { profile, format: 'docx' },
  },
  {
    action: 'documents.applicability',
    argv: ['applicability', hospital, '--format', 'csv', '--out', 'applicability'],
    method: 'POST',
    path: '/api/applicability',
    body: { profile, format: 'csv' },
  },
  {
    action: 'documents.plan-sheet',
    argv: ['plan', 'sheet', hospital, '--format', 'xlsx', '--out', 'plan'],
    method: 'POST',
    path: '/api/plan/sheet',
    body: { profile, format: 'xlsx' },
  },
  {
    action: 'guidance.template',
    argv: ['guidance', 'template', 'mapping', '--format', 'csv', '--language', 'el', '--out', 'mapping'],
    method: 'GET',
    path: '/api/guidance/templates/mapping?format=csv&language=el',
  },
  {
    action: 'crosswalk.sheet',
    argv: ['crosswalk', 'sheet', 'nis2', 'csf-2.0', '--format', 'xlsx', '--out', 'crosswalk'],
    method: 'POST',
    path: '/api/crosswalk/sheet',
    body: { from: 'nis2', to: 'csf-2.0', format: 'xlsx' },
  },
  {
    action: 'ratings.sheet',
    argv: ['ratings', 'sheet', hospital, '--out', 'ratings'],
    method: 'POST',
    path: '/api/ratings/sheet',
    body: { profile },
  },
];
