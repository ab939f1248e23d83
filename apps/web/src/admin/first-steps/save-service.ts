import { changeRecord, type ContentOf, createRecord, type RecordItem, slugOf } from '@sportello/contract';
import { staffCall } from '../../staff/staff-call.ts';
import { withoutBlanks } from '../records/content.ts';
import { fetchRecords, type ItemOf, readRecordsAgain } from '../records/queries.ts';
import { contentOfService, type ServiceValues } from './service-values.ts';

/**
 * Saves the place of the desk, if one is needed, and then the service. What exists is looked up first and written over, so that the
 * same may be sent again after a failure half-way, and nothing is there twice.
 */
export async function saveService(values: ServiceValues, known: ItemOf<'service'> | null, nameOfPlace: (municipality: string) => string): Promise<void> {
  const placeId = values.channels.includes('desk') ? await savePlace(values, known, nameOfPlace) : null;
  const wanted = contentOfService(values, known?.content ?? null, placeId);
  const there = known ?? (await fetchRecords('service')).find(({ state, content }) => state === 'used' && !content.is_published && content.slug === wanted.slug && content.office_id === wanted.office_id) ?? null;
  await write(there, there && there !== known ? contentOfService(values, there.content, placeId) : wanted);
  await readRecordsAgain();
}

/** The place of the service gets the new address; else the one at this address is taken, or made. Answers with its id. */
async function savePlace({ street, municipalityId }: ServiceValues, known: ItemOf<'service'> | null, nameOfPlace: (municipality: string) => string): Promise<string> {
  const places = (await fetchRecords('place')).filter(({ state }) => state === 'used');
  const comune = (await fetchRecords('municipality')).find(({ id }) => id === municipalityId);
  const isHere = ({ content }: ItemOf<'place'>) => content.municipality_id === municipalityId && slugOf(content.street) === slugOf(street);
  const ownIds = known?.content.channels.flatMap(({ place_ids }) => place_ids) ?? [];
  const own = ownIds.length === 1 ? places.find(({ id }) => id === ownIds[0]) : undefined;
  const there = places.find(isHere) ?? own;
  if (there && isHere(there)) return there.id;
  const { title: locality = '', content: { postal_code = '', province = '' } = {} } = comune ?? {};
  const address = { municipality_id: municipalityId, street: street.trim(), postal_code, locality, province };
  const content: ContentOf<'place'> = there ? { ...there.content, ...address } : { kind: 'place', slug: slugOf(`${locality} ${street}`), name: { it: nameOfPlace(locality) }, ...address };
  return (await write(there ?? null, content)).id;
}

/** Over what is there, at the revision that was read, or a new one. */
export function write(there: Pick<RecordItem, 'kind' | 'id' | 'revision'> | null, content: RecordItem['content']): Promise<RecordItem> {
  const sent = withoutBlanks(content);
  return there ? staffCall(changeRecord, { params: { kind: content.kind, record_id: there.id }, body: { revision: there.revision, content: sent } }) : staffCall(createRecord, { params: { kind: content.kind }, body: { content: sent } });
}
