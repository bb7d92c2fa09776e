import type { Content } from '../../core/content/content.ts';
import type { Safeguard } from '../../core/content/safeguard.ts';
import type { Verification } from '../../core/content/verification.ts';
import type { Run } from '../../core/report/prose.ts';
import { citerFor } from '../../core/report/sources.ts';
import type { GuidanceView, ShownRun } from './views.ts';

/** What a person needs to judge one safeguard: when it is done, why it matters, what proves it, where it comes from. */
export function guidanceFor(safeguard: Safeguard, content: Content): GuidanceView {
  const citer = citerFor(content);
  const known = knownSources(content);
  const prose = (text: string): ShownRun[] => citer.prose(text).map((run) => shownRun(run, known));
  const { partially, largely, fully } = safeguard.doneWhen;
  return {
    id: safeguard.id,
    title: safeguard.title,
    language: safeguard.language,
    what: prose(safeguard.what),
    doneWhen: { partially: prose(partially), largely: prose(largely), fully: prose(fully) },
    patients: prose(safeguard.whyItMatters.patients),
    evidence: safeguard.evidence.map(prose),
    accountable: safeguard.roles.accountable,
    sources: sourcesOf(safeguard, content),
  };
}

type Known = ReadonlyMap<string, { readonly name: string; readonly status: string }>;

const knownSources = ({ documents, statistics }: Content): Known =>
  new Map([
    ...documents.map((document) => knownAs(document, document.shortTitle)),
    ...statistics.map((statistic) => knownAs(statistic, statistic.id)),
  ]);

const knownAs = ({ id, verification }: { readonly id: string; readonly verification: Verification }, name: string) =>
  [id, { name, status: verification.status }] as const;

function shownRun(run: Run, known: Known): ShownRun {
  if (typeof run === 'string') return run;
  if ('strong' in run) return { strong: run.strong };
  if (!('cite' in run)) return '';
  const { name, status } = known.get(run.cite) ?? { name: run.cite, status: 'recall' };
  return { cite: run.cite, status, text: run.locator === undefined ? name : `${name} ${run.locator.trim()}` };
}

/** Each requirement that it touches, as a citation; whether the relation is right is our judgement. */
const sourcesOf = ({ mappings }: Safeguard, { frameworks }: Content): GuidanceView['sources'] =>
  mappings.flatMap(({ to, relation }) => {
    const framework = frameworks.find(({ id }) => to.startsWith(`${id}:`));
    if (framework === undefined) return [];
    const requirement = framework.requirements.find(({ id }) => to === `${framework.id}:${id}`);
    const { status } = requirement?.verification ?? framework.verification;
    return [
      {
        document: framework.document,
        text: `${framework.shortTitle} ${requirement?.cite ?? to.slice(framework.id.length + 1)}`,
        status,
        relation,
      },
    ];
  });
