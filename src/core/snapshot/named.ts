/** Something that people call by its id or its name. */
type Named = { readonly id: string; readonly name: string };

/** Whether two names differ in capitals alone, final forms of letters and ways to write an accent included. */
export const isSameName = (left: string, right: string): boolean => plain(left) === plain(right);

/** In capitals, because a Greek name ends otherwise in small letters than in capitals. */
const plain = (name: string): string => name.toUpperCase().normalize('NFC');

/** The one that is meant: an id means nothing else, and a name in full comes before one that differs in capitals. */
export const findNamed = <One extends Named>(all: readonly One[], wanted: string): One | undefined =>
  all.find(({ id }) => id === wanted) ??
  all.find(({ name }) => name === wanted) ??
  all.find(({ name }) => isSameName(name, wanted));
