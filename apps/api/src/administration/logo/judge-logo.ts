import { leastLogoSide, type LogoMediaType, mostLogoBytes, mostLogoSide } from '@sportello/contract';
import { createHash } from 'node:crypto';
import type { Said } from '../../http/problems.ts';
import { jpegSignature, readJpeg } from './read-jpeg.ts';
import { pngSignature, readPng } from './read-png.ts';
import { isWebp, readWebp } from './read-webp.ts';
import type { Flaw, Picture, Reading } from './reading.ts';

/** A picture that passed. */
export interface JudgedLogo {
  /** SHA-256 of the content, hexadecimal: the same picture is one logo. */
  readonly id: string;
  readonly mediaType: LogoMediaType;
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
}

export type LogoVerdict = { readonly ok: true; readonly logo: JudgedLogo } | { readonly ok: false; readonly why: Said };

/**
 * Whether a content is one still picture that browsers draw, whole and nothing else besides, of a size that serves as a logo. Its name
 * is never asked for. What is kept is put together from the parts that draw it.
 */
export async function judgeLogo(content: Buffer): Promise<LogoVerdict> {
  if (content.length > mostLogoBytes) return refused(says.tooHeavy);
  const kind = kinds.find(({ is }) => is(content));
  if (!kind) return refused(looksLikeSvg(content) ? says.svg : says.noPicture);
  const reading = kind.read(content);
  if (!reading.ok) return refused(says[reading.flaw]);
  const { width, height, content: drawn, isWhole } = reading.picture;
  if (Math.max(width, height) > mostLogoSide) return refused(tooLarge(reading.picture));
  if (Math.min(width, height) < leastLogoSide) return refused(tooSmall(reading.picture));
  if (isWhole && !(await isWhole())) return refused(says.damaged);
  return { ok: true, logo: { id: createHash('sha256').update(drawn).digest('hex'), mediaType: kind.mediaType, width, height, content: drawn } };
}

interface Kind {
  readonly mediaType: LogoMediaType;
  readonly is: (content: Buffer) => boolean;
  readonly read: (content: Buffer) => Reading;
}

const beginsWith = (signature: Buffer) => (content: Buffer) => content.subarray(0, signature.length).equals(signature);

const kinds: readonly Kind[] = [
  { mediaType: 'image/png', is: beginsWith(pngSignature), read: readPng },
  { mediaType: 'image/jpeg', is: beginsWith(jpegSignature), read: readJpeg },
  { mediaType: 'image/webp', is: isWebp, read: readWebp },
];

/** Only to say what to do: it is refused like everything that is no picture of points. */
function looksLikeSvg(content: Buffer): boolean {
  return /<svg[\s>]/i.test(content.toString('utf8', 0, 4096));
}

const says: Readonly<Record<Flaw | 'noPicture' | 'svg' | 'tooHeavy', Said>> = {
  noPicture: {
    it: 'Questo file non è un’immagine PNG, JPEG o WebP, qualunque cosa dica il suo nome. Scegline un altro.',
    en: 'This file is not a PNG, JPEG or WebP picture, whatever its name says. Choose another one.',
  },
  svg: {
    it: 'Un disegno SVG può contenere istruzioni, perciò non lo accettiamo. Salvalo come PNG e scegli quello.',
    en: 'An SVG drawing may hold instructions, so we do not take it. Save it as PNG and choose that.',
  },
  tooHeavy: { it: 'L’immagine pesa più di 500 kB. Salvala più piccola: per un logo bastano 400 punti di altezza.', en: 'The picture is larger than 500 kB. Save it smaller: 400 points of height are enough for a logo.' },
  damaged: { it: 'L’immagine è rovinata o incompleta. Aprila e salvala di nuovo, o scegline un’altra.', en: 'The picture is damaged or incomplete. Open it and save it again, or choose another one.' },
  animated: { it: 'L’immagine si muove. Per il logo serve un’immagine ferma.', en: 'The picture moves. A logo has to be a still picture.' },
  more: { it: 'Dopo l’immagine il file contiene altro. Apri l’immagine, salvala di nuovo e scegli il file nuovo.', en: 'Behind the picture the file holds something else. Open the picture, save it again and choose the new file.' },
};

function tooLarge({ width, height }: Picture): Said {
  return {
    it: `L’immagine è di ${width} × ${height} punti: può averne al massimo ${mostLogoSide} per lato. Salvala più piccola.`,
    en: `The picture has ${width} × ${height} points: at most ${mostLogoSide} on each side are possible. Save it smaller.`,
  };
}

function tooSmall({ width, height }: Picture): Said {
  return {
    it: `L’immagine è di ${width} × ${height} punti: per vedersi bene ne servono almeno ${leastLogoSide} per lato.`,
    en: `The picture has ${width} × ${height} points: to be seen well it needs at least ${leastLogoSide} on each side.`,
  };
}

function refused(why: Said): LogoVerdict {
  return { ok: false, why };
}
