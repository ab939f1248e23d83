import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';

const start = Buffer.from('PK\x03\x04', 'latin1');
const typesName = '[Content_Types].xml';
/** Of the list of parts, which is the only one that is unpacked. */
const mostTypesBytes = 512 * 1024;
const mostPackedTypesBytes = 64 * 1024;
/** Of all parts together, as the archive declares them: Word unpacks them on somebody's machine. */
const mostUnpackedBytes = 300 * 1024 * 1024;
const mostParts = 5000;

/** Parts that hold macros or controls (ECMA-376; [MS-OFFMACRO]). */
const active = /(^|\/)(vba(project|data)[^/]*|activex\/.*|attachedtoolbars[^/]*)$/i;
const macroTypes = /macroenabled|vbaproject|activex/i;

/** A document of Word that is a real archive (Office Open XML) without macros, and that does not swell beyond measure. */
export function isPlainDocx(content: Buffer): boolean {
  if (!content.subarray(0, 4).equals(start)) return false;
  const parts: UnzipFileInfo[] = [];
  try {
    const unpacked = unzipSync(content, {
      filter: (part) => {
        parts.push(part);
        return part.name === typesName && part.originalSize <= mostTypesBytes && part.size <= mostPackedTypesBytes;
      },
    });
    const types = unpacked[typesName];
    return types !== undefined && areFine(parts) && !hasLinks(content) && !macroTypes.test(strFromU8(types));
  } catch {
    return false; // no archive, or a broken one
  }
}

function areFine(parts: readonly UnzipFileInfo[]): boolean {
  const names = parts.map(({ name }) => name);
  const unpackedBytes = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  return (
    names.length <= mostParts &&
    unpackedBytes <= mostUnpackedBytes &&
    new Set(names).size === names.length &&
    names.some((name) => /^word\/document\d*\.xml$/.test(name)) &&
    !names.some((name) => active.test(name) || leadsElsewhere(name))
  );
}

function leadsElsewhere(name: string): boolean {
  return name.startsWith('/') || name.includes('\\') || name.includes('\0') || name.split('/').includes('..');
}

const endOfArchive = Buffer.from('PK\x05\x06', 'latin1');
const entry = 0x02014b50;
const entryBytes = 46;
const typeMask = 0o170000;
const link = 0o120000;

/**
 * Whether a part is a symbolic link, by the mode of Unix that the central directory has beside it (APPNOTE, 4.4.15). A directory that
 * cannot be followed to its end counts as one: no document of this size needs the larger form of it (Zip64).
 */
function hasLinks(content: Buffer): boolean {
  const end = content.lastIndexOf(endOfArchive);
  let at = content.readUInt32LE(end + 16);
  for (let left = content.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (content.readUInt32LE(at) !== entry) return true;
    if (((content.readUInt32LE(at + 38) >>> 16) & typeMask) === link) return true;
    at += entryBytes + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return false;
}
