import { isLanguage, type Language } from '../messages/language.ts';
import { device } from '../storage.ts';

const name = 'language';
let chosen: Language | undefined;

/** The language of this visit: chosen now or earlier on this device, else Italian. For code outside React. */
export function currentLanguage(): Language {
  chosen ??= languageOfDevice();
  return chosen;
}

export function keepLanguage(language: Language): void {
  chosen = language;
  device.write(name, language);
}

interface Window {
  readonly location: Pick<Location, 'href'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
}

/**
 * The language that a link asks for, as `?lingua=en` of an English mail: kept as if it had been chosen here, and taken out
 * of the address, so that a refresh does not undo what the person chooses later. Called before the router reads the address.
 */
export function takeLanguageFromAddress({ location, history }: Window = window): void {
  const address = new URL(location.href);
  const asked = address.searchParams.get('lingua');
  if (asked === null) return;
  if (isLanguage(asked)) keepLanguage(asked);
  address.searchParams.delete('lingua');
  history.replaceState(history.state, '', address);
}

function languageOfDevice(): Language {
  const kept = device.read(name);
  return isLanguage(kept) ? kept : 'it';
}
