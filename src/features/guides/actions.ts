/** Guides: the documents for each role, the incident card, and the register of obligations. */
import { z } from 'zod';
import type { Result } from '../../core/base.ts';
import { roleIds } from '../../core/content/ids.ts';
import { buildGuide } from '../../core/report/build-guide.ts';
import { buildCard } from '../../core/report/card-report.ts';
import { buildRegister } from '../../core/report/register.ts';
import { languageInput, languageOption } from '../../library/language-input.ts';
import { onInput, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Bytes, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import {
  commonSource,
  documentInput,
  fileOf,
  followUpsOf,
  format,
  formatOption,
  onOption,
  organisationSource,
  withRecords,
} from './document-source.ts';
import { makeApplicability } from './applicability-action.ts';
import { makeCalendar } from './calendar-action.ts';
import { makePlanSheet } from './plan-sheet-action.ts';

const defineAction = actionsOver<Services>();

type Context = ActionContext<Services>;

export const makeGuide = defineAction({
  name: 'guides.make',
  summary: 'The guide for a role, as a file',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/guide',
  needsStore: ({ profile, common }) => profile === undefined && common !== true,
  input: z.strictObject({
    profile: profileInput,
    common: z.boolean().default(false).describe('The common guide, without an organisation'),
    role: z.enum(roleIds),
    format,
    language: languageInput,
    on: onInput,
  }),
  sample: { role: 'ceo', format: 'pdf', on: '2026-11-25' },
  output: 'bytes',
  command: {
    usage: 'guide [profile]',
    options: [
      { flags: '--role <role>', description: 'who reads it', choices: roleIds, required: true },
      formatOption,
      languageOption,
      onOption,
      { flags: '--common', description: 'the common guide, without a profile' },
    ],
    example: './theriac guide examples/hospital-greece.yaml --role ceo --format pdf --out board.pdf',
    toInput: documentInput,
    print: () => '',
  },
  run: async (context: Context, { common, role, format: wanted, ...request }): Promise<Result<Bytes, Failure>> => {
    const source = common ? commonSource(context, request) : await organisationSource(context, request);
    return source.ok ? fileOf(context, buildGuide({ ...source.value, role }), wanted, `guide-${role}`) : source;
  },
});

/** What a document of one organisation needs; the stored profile where none is given. */
const organisationDocument = z.strictObject({ profile: profileInput, format, language: languageInput, on: onInput });

export const makeCard = defineAction({
  name: 'incidents.card',
  summary: 'The incident card for the wall: whom to tell, by which channel, within which hours',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/card',
  needsStore: ({ profile }) => profile === undefined,
  input: organisationDocument,
  sample: { format: 'pdf' },
  output: 'bytes',
  command: {
    usage: 'card [profile]',
    options: [formatOption, languageOption, onOption],
    example: './theriac card examples/hospital-greece.yaml --format pdf --out card.pdf',
    toInput: documentInput,
    print: () => '',
  },
  run: async (context: Context, { format: wanted, ...request }): Promise<Result<Bytes, Failure>> => {
    const source = await organisationSource(context, request);
    return source.ok ? fileOf(context, buildCard({ ...source.value, role: 'ciso' }), wanted, 'incident-card') : source;
  },
});

export const makeRegister = defineAction({
  name: 'documents.register',
  summary: 'The register of obligations: each with its force, reason, source, authority, safeguards and follow-up',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/register',
  needsStore: ({ profile }) => profile === undefined,
  input: organisationDocument,
  sample: { format: 'docx', on: '2026-11-25' },
  output: 'bytes',
  command: {
    usage: 'register [profile]',
    options: [formatOption, languageOption, onOption],
    example: './theriac register examples/hospital-greece.yaml --format docx --out register.docx',
    toInput: documentInput,
    print: () => '',
  },
  run: async (context: Context, { format: wanted, ...request }): Promise<Result<Bytes, Failure>> => {
    const source = await organisationSource(context, request);
    if (!source.ok) return source;
    const followUps = await followUpsOf(context, request);
    const input = followUps === undefined ? source.value : withRecords(source.value, followUps);
    return fileOf(context, buildRegister({ ...input, role: 'ciso', followUps }), wanted, 'register-of-obligations');
  },
});

export const guideActions = [
  makeGuide,
  makeCard,
  makeRegister,
  makeApplicability,
  makePlanSheet,
  makeCalendar,
] as const;
