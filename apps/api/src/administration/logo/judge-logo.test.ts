import { describe, expect, test } from 'vitest';
import { judgeLogo } from './judge-logo.ts';
import { animation, jpeg, png, pngChunk, pngSaying, webp } from './pictures.fixture.ts';

async function whyOf(content: Buffer): Promise<string> {
  const verdict = await judgeLogo(content);
  return verdict.ok ? 'taken' : verdict.why.it;
}

const behind = (content: Buffer, more: string) => Buffer.concat([content, Buffer.from(more, 'latin1')]);
const said = (type: string, text: string) => pngChunk(type, Buffer.from(text, 'latin1'));
const html = Buffer.from('<!doctype html><html><script>alert(1)</script></html>');
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const broken = png();
broken.writeUInt8(broken.readUInt8(60) ^ 1, 60);

describe('a picture is taken', () => {
  test.each([
    ['image/png', png({ width: 320, height: 100 }), 320, 100],
    ['image/jpeg', jpeg({ width: 120, height: 90 }), 120, 90],
    ['image/webp', webp({ width: 77, height: 50 }), 77, 50],
  ] as const)('%s, with its size', async (mediaType, content, width, height) => {
    expect(await judgeLogo(content)).toMatchObject({ ok: true, logo: { mediaType, width, height } });
  });

  test.each([
    ['PNG', png({ said: [said('tEXt', 'Comment\0GPS 44.7779'), said('eXIf', 'GPS 44.7779')] }), png()],
    ['JPEG', jpeg(), null],
    ['WebP', webp(), null],
  ] as const)('%s without what it says besides: places, comments, miniatures', async (_, content, bare) => {
    const verdict = await judgeLogo(content);
    if (!verdict.ok) throw new Error(verdict.why.en);
    expect(verdict.logo.content.toString('latin1')).not.toMatch(/GPS|Exif|EXIF|script/);
    if (bare) expect(verdict.logo.content).toEqual(bare);
    // Looked at again it is the same: a document that carries it elsewhere names the same logo.
    expect(await judgeLogo(verdict.logo.content)).toEqual(verdict);
  });

  test('filled up with zeros', async () => {
    for (const content of [png(), jpeg(), webp()]) expect(await whyOf(behind(content, '\0\0\0\0'))).toBe('taken');
  });
});

describe('is refused', () => {
  test.each([
    ['a page', html, /non è un’immagine/],
    ['a page that begins like a picture', behind(Buffer.from('GIF89a'), html.toString()), /non è un’immagine/],
    ['a GIF', gif, /non è un’immagine/],
    ['nothing', Buffer.alloc(0), /non è un’immagine/],
    ['a drawing that may hold instructions', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    ['a PNG with a page behind it', behind(png(), html.toString()), /contiene altro/],
    ['a JPEG with an archive behind it', behind(jpeg(), 'PK\x03\x04'), /contiene altro/],
    ['a WebP with something behind it', behind(webp(), 'x'), /contiene altro/],
    ['a PNG with a page among its points', png({ rows: 65 }), /rovinata/],
    ['a PNG that breaks off', png().subarray(0, -20), /rovinata/],
    ['a PNG whose points break off', png({ rows: 63 }), /rovinata/],
    ['a PNG in which a bit changed', broken, /rovinata/],
    ['a PNG with a part that nobody knows', png({ said: [said('ABCD', 'x')] }), /rovinata/],
    ['a JPEG that breaks off', jpeg().subarray(0, -5), /rovinata/],
    ['a JPEG that only begins', Buffer.from('ffd8ffe000', 'hex'), /rovinata/],
    ['a JPEG without points', Buffer.from('ffd8ffd9', 'hex'), /rovinata/],
    ['a WebP that breaks off', webp().subarray(0, -5), /rovinata/],
    ['a WebP that only begins', Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), /rovinata/],
    ['a WebP without a picture', Buffer.from('RIFF\x0c\0\0\0WEBPEXIF\0\0\0\0', 'latin1'), /rovinata/],
    ['a PNG that moves', png({ said: [pngChunk('acTL', Buffer.alloc(8, 1))] }), /si muove/],
    ['a WebP that says it moves', webp({ flags: 0x02 }), /si muove/],
    ['a WebP that moves', webp({ more: [animation] }), /si muove/],
    ['one of 20000 points', pngSaying(20_000, 20_000), /20000 × 20000/],
    ['a JPEG of 20000 points', jpeg({ width: 20_000, height: 20_000 }), /20000 × 20000/],
    ['one of no size', pngSaying(0, 64), /almeno 48/],
    ['one too small to be seen', png({ width: 16, height: 16 }), /almeno 48/],
    ['one that is too heavy', Buffer.concat([png({ said: [pngChunk('tEXt', Buffer.alloc(500_000, 65))] })]), /500 kB/],
  ])('%s', async (_, content, why) => {
    expect(await whyOf(content)).toMatch(why);
  });

  test('whatever stands behind the beginning of a picture, without a crash', async () => {
    // Cut off anywhere, and with any byte changed: refused, or one that is whole again.
    for (const content of [png(), jpeg(), webp()]) {
      for (let at = 0; at < content.length; at++) {
        expect((await judgeLogo(content.subarray(0, at))).ok, String(at)).toBe(false);
        const changed = Buffer.from(content);
        changed.writeUInt8(255 - changed.readUInt8(at), at);
        const verdict = await judgeLogo(changed);
        if (verdict.ok) expect(await judgeLogo(verdict.logo.content)).toEqual(verdict);
      }
    }
  });
});
