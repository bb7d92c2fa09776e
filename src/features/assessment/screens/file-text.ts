import type { FileFacts } from '../../../web/client/assessment.ts';
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
