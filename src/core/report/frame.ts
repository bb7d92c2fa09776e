import type { Safeguard } from '../content/safeguard.ts';
import { concernedOf } from '../ranking/concern.ts';
import { formOf, isInSet } from '../ranking/tier.ts';
import { sameWeights } from '../ranking/weights.ts';
import { formatsFor } from './formats.ts';
import type { GuideContext, GuideInput, OrganisationInput } from './guide-input.ts';
import type { RichText } from './prose.ts';
import type { Layout, Report, ReportWord, Section, Source } from './report.ts';
import { reportWords } from './report.ts';
import { citerFor, numberedSources, type OwnRecord } from './sources.ts';
import { countStates } from './safeguard-rows.ts';

/** The input with formats and citations of its language. */
export const contextOf = (input: GuideInput): GuideContext => ({
  ...input,
  formats: formatsFor(input.language, (quarter) => input.say('web.quarterName', quarter)),
  citer: citerFor(input.content, input.language),
});

/** Safeguards that concern the organisation; all of them where there is none. */
export const safeguardsOf = ({ content, organisation }: GuideContext): readonly Safeguard[] =>
  organisation === null ? content.safeguards : concernedOf(content.safeguards, organisation.ranking);

/** Safeguards of the organisation's minimum set; all of them where there is no organisation. */
export const setOf = (context: GuideContext): readonly Safeguard[] => {
  const { organisation } = context;
  const all = safeguardsOf(context);
  return organisation === null ? all : all.filter((one) => isInSet(one, organisation.ranking.minimumSet.tier));
};

/** How far the minimum set stands: in place means fully or largely. */
export function setInPlace(
  context: GuideContext,
  organisation: OrganisationInput,
): { readonly inPlace: number; readonly unknown: number; readonly of: number } {
  const counts = countStates(organisation, setOf(context));
  const of = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { inPlace: counts.fully + counts.largely, unknown: counts.unknown, of };
}

/** Own records that documents may cite. */
function ownRecords({ organisation, say }: GuideContext): readonly OwnRecord[] {
  if (organisation === null) return [];
  const { statedOn, ratings } = organisation.profile;
  const ratedOn = [...ratings.values()].map((entry) => entry.ratedOn ?? statedOn ?? '').toSorted();
  return [
    { id: 'own:profile', title: say('report.ownProfile'), date: statedOn ?? null },
    {
      id: 'own:ratings',
      title: say(ratings.size === 0 ? 'report.ownRatingsNone' : 'report.ownRatings'),
      date: ratedOn.at(-1) || (statedOn ?? null),
    },
  ];
}

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/** One box each, never a watermark: example, role that does not fit (of what is written for one), minimum set not agreed, old ratings. */
function banners(context: GuideContext, hasReader: boolean): readonly RichText[] {
  const { organisation, say, content, role, formats, on } = context;
  const tiers = content.methods.find((method) => method.kind === 'tiers');
  const notAgreed = tiers?.kind === 'tiers' && tiers.status === 'proposed' ? [[say('guide.banner.proposed')]] : [];
  if (organisation === null) return [[say('guide.banner.common')], ...notAgreed];
  const fits = content.roles.find(({ id }) => id === role)?.fits ?? [];
  const kind = kindOf(organisation);
  const unfit =
    !hasReader || fits.includes(kind)
      ? []
      : [[say('guide.banner.unfit', { role: say(`role.${role}`), kind: say(`kind.${kind}`) })]];
  const dates = [...organisation.profile.ratings.values()]
    .flatMap(({ ratedOn }) => (ratedOn === undefined ? [] : [ratedOn]))
    .toSorted();
  const old =
    dates[0] !== undefined && monthsBetween(dates[0], on) >= 12
      ? [[say('guide.banner.old', { date: formats.date(dates[0]) })]]
      : [];
  return [...exampleBanner(context), ...unfit, ...old, ...notAgreed];
}

/** That a machine translated it, until a person has confirmed every text, and how many texts are older than the English. */
function translationBanner({ translation, say }: GuideContext): readonly RichText[] {
  const { machine, stale } = translation ?? { machine: 0, stale: 0 };
  const sentences = [
    ...(machine === 0 ? [] : [say('web.languages.byMachine')]),
    ...(stale === 0 ? [] : [say('web.languages.older', { count: stale })]),
  ];
  return sentences.length === 0 ? [] : [[sentences.join(' ')]];
}

const exampleBanner = ({ organisation, say }: GuideContext): readonly RichText[] =>
  organisation?.profile.isExample === true ? [[say('guide.banner.example')]] : [];

/** The kinds that roles are written for. */
export function kindOf({
  profile,
}: OrganisationInput): 'hospital' | 'practice' | 'national_body' | 'eu_body' | 'supplier' {
  const form = formOf(profile.facts);
  if (form === 'practice' || form === 'eu_body' || form === 'supplier') return form;
  return form === 'national_body' || form === 'contact_point' ? 'national_body' : 'hospital';
}

const shortName = (name: string, limit = 70): string =>
  name.length <= limit ? name : `${name.slice(0, limit).replace(/\s+\S*$/u, '')}…`;

/** What a builder decides; the frame adds masthead, banners, sources and what the document was made from. */
export type GuideBody = {
  readonly layout: Layout;
  readonly title: string;
  readonly lead: readonly RichText[];
  readonly sections: readonly Section[];
  /** Who reads it, where that is not the role. */
  readonly forWhom?: string;
  /** Whom it is for and what it was made from, where that is not one analysis under one state of the law. */
  readonly masthead?: Report['masthead'];
  readonly about?: Report['about'];
};

/** Puts the frame around a body and numbers its sources. Identity (id, digest) is set by whoever may hash. */
export function framed(context: GuideContext, body: GuideBody): Report {
  const { say, formats, organisation, role, language, on, edition } = context;
  const about = body.about ?? aboutRows(context);
  const marks = [...translationBanner(context), ...marksOf(context, body.layout)];
  const sources: readonly Source[] = numberedSources(
    [marks, body.lead, body.sections, about],
    context.content,
    ownRecords(context),
    say,
    formats,
  );
  const words = Object.fromEntries(reportWords.map((word) => [word, say(`report.${word}`)])) as Record<
    ReportWord,
    string
  >;
  const { layout, title, lead, sections, forWhom = say(`role.${role}`) } = body;
  const owner =
    organisation === null
      ? null
      : {
          name: organisation.profile.name,
          nativeName: organisation.profile.nativeName,
          shortName: shortName(organisation.profile.shortName ?? organisation.profile.name),
        };
  return {
    schema: 'theriac-report-1',
    layout,
    role,
    language,
    title,
    forWhom,
    owner,
    tlp: tlpOf(organisation),
    date: on,
    dateShown: formats.date(on),
    edition,
    masthead: body.masthead ?? mastheadRows(context, forWhom),
    banners: marks,
    lead,
    sections,
    sources,
    about,
    words,
    id: '',
    digest: '',
  };
}

/** A card has no room for remarks, and a comparison states no minimum set of its own. */
const marksOf = (context: GuideContext, layout: Layout): readonly RichText[] =>
  layout === 'card' || layout === 'comparison' ? exampleBanner(context) : banners(context, layout !== 'register');

/** The guide of an organisation shows where it is weak. */
const tlpOf = (organisation: OrganisationInput | null): Report['tlp'] =>
  organisation === null ? 'TLP:CLEAR' : 'TLP:AMBER';

function mastheadRows(
  { say, formats, on, edition, organisation, content }: GuideContext,
  forWhom: string,
): Report['masthead'] {
  const code = organisation?.profile.facts.country;
  const country = content.countries.find((candidate) => candidate.code === code)?.name ?? code;
  return [
    { label: say('guide.masthead.for'), text: forWhom },
    ...(country === undefined
      ? []
      : [{ label: say('guide.masthead.law'), text: say('guide.masthead.lawOf', { country, date: formats.date(on) }) }]),
    {
      label: say('guide.masthead.edition'),
      text: say('guide.masthead.editionOf', { edition, date: formats.date(on) }),
    },
  ];
}

/** How it was ranked, and whether with other weights than the method proposes. */
function rankedText({ say }: GuideContext, { ranking: { weights, method } }: OrganisationInput): RichText {
  const how = say('report.howRankedText', { ...weights });
  return sameWeights(weights, method.weights) ? [how] : [how, ' ', say('report.ownWeights', { ...method.weights })];
}

function aboutRows(context: GuideContext): Report['about'] {
  const { say, digests, organisation, formats } = context;
  const rows: { label: string; text: RichText }[] = [
    {
      label: say('report.madeFrom'),
      text: [
        say('report.madeFromText', {
          content: digests.content.slice(0, 12),
          method: digests.method.slice(0, 12),
          profile: digests.profile?.slice(0, 12) ?? '–',
        }),
      ],
    },
  ];
  if (organisation !== null) {
    rows.push({ label: say('report.howRanked'), text: rankedText(context, organisation) });
    const stated = organisation.profile.statedOn;
    rows.push({
      label: say('report.recordsUsed'),
      text: [
        stated === undefined
          ? say('report.recordsUndated')
          : say('report.recordsDated', { date: formats.date(stated) }),
      ],
    });
  }
  if (organisation !== null) rows.push({ label: say('report.priorityList'), text: [say('report.priorityListText')] });
  if (organisation !== null) rows.push({ label: tlpOf(organisation), text: [say('report.amber')] });
  return [...rows, { label: say('report.notAdvice'), text: [say('report.notAdviceText')] }];
}
