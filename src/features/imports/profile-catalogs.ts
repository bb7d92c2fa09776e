import { bundleOfProfile, type Originals } from '../../library/guidance/oscal-profile.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import type { ReadFile } from './file-input.ts';
import { readOriginal, readOscalFiles, readOscalHolding } from './queries.ts';

type Context = ActionContext<Services>;

/** A profile chooses from catalogs: those that were imported answer for what it names. Other files stay what they are. */
export async function withCatalogs(context: Context, file: ReadFile): Promise<ReadFile> {
  if (file.bundle.format !== 'oscal_profile') return file;
  return { ...file, bundle: await bundleOfProfile(file.bundle, file.bytes, originalsIn(context)) };
}

/** Where nothing was ever stored, there is nothing to choose from. */
const originalsIn = ({ store, hasData }: Context): Originals => ({
  all: async () => (hasData ? store.read(readOscalFiles) : []),
  holding: async (uuid) => (hasData ? store.read((db) => readOscalHolding(db, uuid)) : new Set()),
  bytes: async (id) => (await store.read((db) => readOriginal(db, id)))?.bytes,
});
