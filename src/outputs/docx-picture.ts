import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { ImageRun, type Paragraph } from 'docx';
import type { Chart } from '../core/chart/chart.ts';
import { paragraph } from './docx-text.ts';
import { svgFile } from './svg.ts';

/** Sharp at 166 mm on paper. */
const pngWidth = 1400;
const pointsToPixels = 96 / 72;

type Picture = { readonly caption: string; readonly alt: string; readonly chart: Chart };

/** A chart as a picture: SVG for readers that draw it, a PNG of the same shapes for those that do not. */
export async function picture({ caption, alt, chart }: Picture, number: number): Promise<Paragraph> {
  const svg = svgFile(chart);
  const drawn = await rasterise(svg);
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(drawn.svg),
    fallback: { type: 'png', data: drawn.png },
    transformation: { width: chart.width * pointsToPixels, height: chart.height * pointsToPixels },
    altText: { name: `chart-${number}`, title: caption, description: alt },
  });
  return paragraph('Figure', [image]);
}

type Drawn = { readonly svg: string; readonly png: Buffer };

let started: Promise<void> | null = null;
/** Once a process; the module is 2.5 MB. */
const start = (): Promise<void> => (started ??= initWasm(readFileSync(modulePath('@resvg/resvg-wasm/index_bg.wasm'))));

const modulePath = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier));

let fonts: readonly Uint8Array[] | null = null;
const fontBuffers = (): readonly Uint8Array[] =>
  (fonts ??= ['400Regular', '600SemiBold'].map((weight) => {
    const folder = dirname(modulePath('@expo-google-fonts/source-sans-3/package.json'));
    return readFileSync(join(folder, weight, `SourceSans3_${weight}.ttf`));
  }));

/** Only our own fonts: those of the machine would make other pictures elsewhere. In the SVG, text becomes outlines. */
async function rasterise(svg: string): Promise<Drawn> {
  await start();
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: pngWidth },
    background: '#ffffff',
    font: { fontBuffers: [...fontBuffers()], defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
  });
  const image = resvg.render();
  const drawn = { svg: resvg.toString(), png: Buffer.from(image.asPng()) };
  image.free();
  resvg.free();
  return drawn;
}
