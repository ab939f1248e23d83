import type { ContentOf } from '@sportello/contract';
import { fetchRecord, fetchRecords, readRecordsAgain } from '../records/queries.ts';
import { write } from './save-service.ts';

interface Publication {
  readonly serviceId: string;
  /** null: one is in force already. */
  readonly notice: { readonly text: ContentOf<'privacy_notice'>['text']; readonly today: string } | null;
}

/** First the notice that bookings name, then the service. What is there already stays, so that the same may be sent again. */
export async function publish({ serviceId, notice }: Publication): Promise<void> {
  if (notice && (await fetchRecords('privacy_notice')).length === 0) await write(null, { kind: 'privacy_notice', version: notice.today, valid_from: notice.today, text: notice.text });
  const service = await fetchRecord({ kind: 'service', id: serviceId });
  if (!service.content.is_published) await write(service, { ...service.content, is_published: true });
  await readRecordsAgain('service');
}
