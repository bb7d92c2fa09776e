/** Columns of the map: topics that are read together. Documents name the topic that they are most about first. */
import type { TopicId } from '../content/ids.ts';

/** From left to right. */
export const subjects = ['steering', 'protection', 'devices', 'suppliers', 'incidents', 'data'] as const;
/** One of the columns. */
export type Subject = (typeof subjects)[number];

const topicsOf: Readonly<Record<Subject, readonly string[]>> = {
  steering: ['governance', 'risk-management', 'audit-assurance', 'legal-duties'],
  protection: [
    'secure-configuration',
    'identity-access',
    'privileged-access',
    'patching',
    'asset-inventory',
    'network-segmentation',
    'email-malware',
    'detection-logging',
    'cryptography',
    'physical-security',
    'building-systems',
    'awareness-training',
  ],
  devices: ['medical-devices', 'unpatchable-devices'],
  suppliers: ['procurement', 'supply-chain', 'remote-maintenance', 'cloud'],
  incidents: ['incident-reporting', 'incident-response', 'backup-recovery', 'crisis-management', 'downtime-care'],
  data: ['data-protection', 'cross-border', 'remote-care'],
};

/** That a text is law says its row already, so its column is what the law is about. */
const saysNothing = 'legal-duties';

/** The subject of the first topic that says something; texts about law alone are for those who steer. */
export function subjectOf(topics: readonly (TopicId | string)[]): Subject {
  const first = topics.find((topic) => topic !== saysNothing) ?? saysNothing;
  return subjectOfTopic(first) ?? 'steering';
}

/** Undefined for a topic that has no column yet; a test sees to it that each has. */
export const subjectOfTopic = (topic: string): Subject | undefined =>
  subjects.find((subject) => topicsOf[subject].includes(topic));
