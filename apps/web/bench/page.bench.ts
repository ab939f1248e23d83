import { get } from 'node:http';
import { provideChromium } from '../../../scripts/chromium.mjs';
import { startDemoDesk } from './demo-desk.ts';
import { type Browser, launch } from './lighthouse.ts';
import { type Requested, type Stop, visit, type Visit } from './visit.ts';

const runs = 5;

/** From the first page to the choice of a time, as somebody goes who looks for a service. */
async function way(desk: string): Promise<Stop[]> {
  const ask = async (path: string) => (await fetch(`${desk}/api/v1${path}`)).json();
  const { items: services } = await ask('/services?channel=video');
  const service = await ask(`/services/${services[0].id}`);
  const { items: municipalities } = await ask(`/municipalities`);
  const { privacy_notice } = await ask('/union');
  const query = new URLSearchParams({ comune: municipalities[0].istat_code, servizio: service.slug, modalita: 'video' });
  const draft = { notice: privacy_notice.version, conditions: `${service.id} video` };
  return [
    { title: 'home', url: `${desk}/`, tab: {} },
    { title: 'a service', url: `${desk}/servizi/${service.slug}`, tab: {} },
    { title: 'the choice of a time', url: `${desk}/prenota/orario?${query}`, tab: { 'sportello.booking': JSON.stringify(draft) } },
  ];
}

/** Bytes of the body as they travel, in gzip where the server has it. */
function gzipBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'accept-encoding': 'gzip' } }, async (response) => {
      let bytes = 0;
      for await (const part of response) bytes += part.length;
      resolve(bytes);
    });
    request.on('error', reject);
  });
}

async function kilobytes(requests: readonly Requested[]): Promise<number> {
  const sizes = await Promise.all(requests.map(({ url }) => gzipBytes(url)));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function report(stop: Stop, visits: readonly Visit[]): Promise<void> {
  const { requests } = visits[0] ?? { requests: [] };
  const ofType = (type: string) => requests.filter((request) => request.type === type);
  const fonts = ofType('Font');
  const middle = (part: (one: Visit) => number) => median(visits.map(part));
  const lcps = visits.map(({ lcpSeconds }) => lcpSeconds.toFixed(2));
  const rows: [string, string, string][] = [
    ['requests', String(requests.length), 'at most 10'],
    ['JavaScript, gzip', `${(await kilobytes(ofType('Script'))).toFixed(1)} kB`, 'at most 140 kB'],
    ['CSS, gzip', `${(await kilobytes(ofType('Stylesheet'))).toFixed(1)} kB`, 'at most 30 kB'],
    ['fonts', `${fonts.length}, ${(await kilobytes(fonts)).toFixed(1)} kB`, 'two'],
    ['accessibility', middle(({ accessibility }) => accessibility).toFixed(0), '100'],
    ['largest contentful paint', `${middle(({ lcpSeconds }) => lcpSeconds).toFixed(2)} s`, `at most 2.5 s (${lcps.join(', ')})`],
    ['cumulative layout shift', middle(({ cls }) => cls).toFixed(3), 'at most 0.02'],
    ['total blocking time', `${middle(({ blockingMilliseconds }) => blockingMilliseconds).toFixed(0)} ms`, ''],
    ['performance', middle(({ performance }) => performance).toFixed(0), ''],
  ];
  for (const request of requests.filter(({ url }) => url.includes('/api/v1/slots?'))) {
    rows.push(['a month of times, gzip', `${(await kilobytes([request])).toFixed(1)} kB`, 'at most 2 kB']);
  }
  console.log(`${stop.title}: ${new URL(stop.url).pathname}`);
  for (const [name, value, goal] of rows) console.log(`  ${name.padEnd(26)} ${value.padStart(10)}   ${goal}`);
}

async function visitEach(browser: Browser, stops: readonly Stop[]): Promise<void> {
  for (const stop of stops) {
    const visits: Visit[] = [];
    for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, stop));
    await report(stop, visits);
  }
}

const desk = await startDemoDesk();
const browser = await launch({ executablePath: await provideChromium(), args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
console.log(`First visits on a phone, Lighthouse's simulated 4G and a quarter of this machine's speed; median of ${runs}`);
try {
  await visitEach(browser, await way(desk.url));
} finally {
  await browser.close();
  await desk.stop();
}
