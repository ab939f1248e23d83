import type { ContentOf, Language, ServicePage } from '@sportello/contract';
import { directoryOf } from '../directory/picture.ts';
import { newId } from '../database/id.ts';
import { servicePageOnWire } from '../directory/service-page.ts';
import { problem } from '../http/problems.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import type { Wish } from './carry-out.ts';
import { tryOut } from './change-record.ts';
import type { AdministrationDeps } from './deps.ts';
import { readRecord } from './read-records.ts';

interface Unsaved {
  readonly content: ContentOf<'service'>;
  /** Left out: a service that is not there yet. */
  readonly recordId: string | undefined;
}

/** The page of a service as citizens would see it after this change; nothing is changed. Throws as `carryOut`. */
export async function previewService(deps: AdministrationDeps, by: StaffMember, { content, recordId }: Unsaved, language: Language): Promise<ServicePage> {
  const wish = await wishOf(deps, content, recordId);
  const directory = directoryOf((await tryOut(deps, by, wish)).after, deps.clock.now());
  const service = directory.services.get(wish.id);
  if (!service) throw problem('not-found');
  return servicePageOnWire(directory, service, language);
}

/** Over the service as it is now: who looks at a preview does not save anything over what others did. */
async function wishOf({ database }: AdministrationDeps, content: ContentOf<'service'>, recordId: string | undefined): Promise<Wish> {
  if (recordId === undefined) return { kind: 'service', id: newId(), does: 'create', content };
  const { revision } = await readRecord(database, 'service', recordId);
  return { kind: 'service', id: recordId, does: 'change', revision, content };
}
