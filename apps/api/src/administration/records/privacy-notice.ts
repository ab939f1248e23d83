import type { ContentOf } from '@sportello/contract';
import { localDay, startOfDay } from '@sportello/scheduling';
import { eq } from 'drizzle-orm';
import type { DirectoryRows } from '../../directory/read-rows.ts';
import { canonicalJson } from '../../http/blank-fields.ts';
import { contentOf, type Kind } from './kind.ts';
import { inBoth } from './in-two.ts';

type Content = ContentOf<'privacy_notice'>;

const sameVersion = { it: 'C’è già un’informativa con questa versione.', en: 'There is a notice of this version already.' };
const inForce = { it: 'È in vigore, e qualcuno l’ha accettata: il testo non si cambia. Crea una nuova versione.', en: 'It is in force and somebody agreed to it: its text stays. Make a new version.' };
const past = { it: 'Scegli oggi o un giorno futuro: per il passato valeva un’altra versione.', en: 'Choose today or a day ahead: for the past another version was in force.' };

const zoneOf = ({ unions }: DirectoryRows) => unions[0]?.timeZone ?? 'Europe/Rome';

/** The notice of articles 13 and 14 GDPR, version by version; what people agreed to stays as it was. */
export const privacyNotice: Kind<Content> = {
  read: (rows) =>
    new Map(
      rows.privacyNotices.map(({ id, version, text, validFrom }) => {
        const content = contentOf<Content>({ kind: 'privacy_notice', version, valid_from: localDay(zoneOf(rows), Math.floor(validFrom / 60_000)), text });
        return [id, { state: 'used', content }];
      }),
    ),
  title: ({ version }) => version,
  references: () => [],
  judge(content, { rows, id, today }) {
    const before = this.read(rows).get(id)?.content;
    const isFirst = rows.privacyNotices.every((row) => row.id === id);
    const errors = rows.privacyNotices.some((row) => row.version === content.version && row.id !== id) ? [{ field: '/version', detail: sameVersion }] : [];
    if (before && before.valid_from <= today && canonicalJson(before) !== canonicalJson(content)) return [...errors, { field: '/text', detail: inForce }];
    if (!before && !isFirst && content.valid_from < today) errors.push({ field: '/valid_from', detail: past });
    return errors;
  },
  async write(tx, { privacyNotices }, { id, content, rows }) {
    const values = { version: content.version, text: inBoth(content.text), validFrom: startOfDay(zoneOf(rows), content.valid_from) * 60_000 };
    await tx.insert(privacyNotices).values({ id, ...values }).onConflictDoUpdate({ target: privacyNotices.id, set: values });
  },
  async remove(tx, { privacyNotices }, id) {
    await tx.delete(privacyNotices).where(eq(privacyNotices.id, id));
  },
};
