import type { FileFacts } from '../../../web/client/assessment.ts';
import { formatNumber } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';

const types = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/csv': 'csv',
  'text/plain': 'text',
} as const;

export const typeText = ({ mediaType }: Pick<FileFacts, 'mediaType'>): string =>
  say(`assessment.evidence.types.${types[mediaType as keyof typeof types] ?? 'file'}`);

/** `820 kB`, `4.2 MB`: decimal, as the limit is. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`;
