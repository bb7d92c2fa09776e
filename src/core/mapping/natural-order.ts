/** Numbers of requirements in the order in which people count: 1.2 before 1.10. The same on each machine. */
export function byNumber(left: string, right: string): number {
  const [ours, theirs] = [piecesOf(left), piecesOf(right)];
  const at = ours.findIndex((piece, index) => piece !== theirs[index]);
  if (at === -1) return ours.length - theirs.length;
  const [our, their] = [ours[at] ?? '', theirs[at] ?? ''];
  const difference = Number(our) - Number(their);
  if (!Number.isNaN(difference) && difference !== 0) return difference;
  return our < their ? -1 : 1;
}

const piecesOf = (text: string): readonly string[] => text.match(/\d+|\D+/gu) ?? [];
