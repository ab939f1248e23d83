import * as Type from 'typebox';
import { Line, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

export const logoMediaTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoMediaType = (typeof logoMediaTypes)[number];

export const mostLogoBytes = 500_000;
/** In points: more than any screen shows of a logo. */
export const mostLogoSide = 2000;
export const leastLogoSide = 48;

/** SHA-256 of the picture, hexadecimal. */
export const LogoId = Type.String({ format: 'sha256', minLength: 64, maxLength: 64, description: 'SHA-256 of the picture, hexadecimal' });

const side = (description: string) => Type.Integer({ format: 'int32', minimum: 1, maximum: mostLogoSide, description });

/** Where the logo is, and how large it is before it is there. Another picture has another address. */
export const LogoLink = Type.Object({ url: Line, width: side('In points'), height: side('In points') }, closed);

/** A picture that was taken. */
export const Logo = Type.Object({ id: LogoId, ...LogoLink.properties, media_type: oneOf(logoMediaTypes, 'What it is') }, closed);

/** The content in base64 (RFC 4648, 4): a logo is small, and travels the same way in a document of the union. */
export const LogoContent = Type.String({ format: 'base64', minLength: 4, maxLength: 4 * Math.ceil(mostLogoBytes / 3), description: 'The file in base64' });

export type Logo = Type.Static<typeof Logo>;
export type LogoLink = Type.Static<typeof LogoLink>;
