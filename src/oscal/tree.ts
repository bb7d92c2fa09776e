import { models } from './model.ts';

/** Whether keys and values are those of an OSCAL document, sound or not. */
export const isOscalTree = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && models.some((model) => Object.hasOwn(value, model));
