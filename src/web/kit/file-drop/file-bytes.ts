import { formatNumber } from '../../format.ts';

/** `820 kB`, `4.2 MB`: decimal, as limits are. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`;

/** The bytes of a file in base64. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,?/u, '')));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`Cannot read "${file.name}"`)));
    reader.readAsDataURL(file);
  });
}
