import { type ContentOf, previewService, type ServicePage } from '@sportello/contract';
import { staffCall, staffKey } from '../../staff/staff-call.ts';
import type { Language } from '../../messages/language.ts';
import { withoutBlanks } from '../records/content.ts';
import { withSlug } from '../records/with-slug.ts';

interface Unsaved {
  readonly content: ContentOf<'service'>;
  readonly recordId: string | undefined;
  readonly language: Language;
}

/** The page of a service as it stands in the form. What only a published one needs may still be missing. */
export function previewOf({ content, recordId, language }: Unsaved) {
  const body = { content: { ...withoutBlanks(withSlug(content)), is_published: false }, ...(recordId !== undefined && { record_id: recordId }) };
  return {
    queryKey: [staffKey, previewService.url, language, body],
    queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<ServicePage> => staffCall(previewService, { body, language, signal }),
    retry: false,
    // What was seen may have been changed by others, and is made anew each time that somebody looks.
    gcTime: 0,
  };
}
