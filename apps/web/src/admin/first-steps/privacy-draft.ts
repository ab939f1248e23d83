import type { ContentOf } from '@sportello/contract';
import type { Language } from '../../messages/language.ts';
import { privacyDraft } from '../../messages/privacy-draft.ts';

/** A first text of the notice with what is known of the union; where the contact is not written yet, square brackets stand. */
export function privacyDraftOf(union: ContentOf<'union'>, dpo: string, language: Language): string {
  const { name, seat, address, phone, email } = union;
  const texts = privacyDraft[language];
  return texts.text({ name, seat, address, phone, email, dpo: dpo.trim() || texts.open });
}

/** Whether something is left to be completed. */
export function hasOpenParts(text: string): boolean {
  return /\[[^\]]*\]/.test(text);
}
